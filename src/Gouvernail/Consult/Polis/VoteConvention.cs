namespace Gouvernail.Consult.Polis;

/// <summary>Which number means "agree": what the files declare, else what the reader was told, else 1.</summary>
internal sealed class VoteConvention(int? asked)
{
    /// <summary>The declaration that this software writes.</summary>
    public const string Text = "agree=+1;disagree=-1;pass=0;format=polis-export/1";

    /// <summary>The key of the declaration in a summary and in a format file.</summary>
    public const string Key = "vote-convention";

    /// <summary>The format that a declaration may name.</summary>
    public const string Format = "polis-export/1";

    private static readonly Wording _wanted = new(
        $"\"{Text}\", or the same with the signs exchanged",
        $"«\u00a0{Text}\u00a0», ou la même avec les signes échangés");

    private int? _declared;
    private string _declaredIn = "";

    /// <summary>The number that means "agree".</summary>
    public int AgreeIs => _declared ?? asked ?? 1;

    /// <summary>True where somebody said it.</summary>
    public bool IsKnown => _declared is not null || asked is not null;

    /// <summary>Takes a declaration as a text of key=value pairs.</summary>
    public void Declare(string text, string file, long line)
    {
        int? agree = null, disagree = null, pass = 0;
        foreach (string pair in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? "" : pair[..equals].TrimEnd();
            string value = pair[(equals + 1)..].TrimStart();
            switch (key)
            {
                case "agree":
                    agree = agree is null ? Sign(value) : null;
                    break;
                case "disagree":
                    disagree = disagree is null ? Sign(value) : null;
                    break;
                case "pass":
                    pass = value == "0" ? pass : null;
                    break;
                case "format" when value == Format:
                    break;
                default:
                    throw Unreadable(text, file, line);
            }
        }

        Declare(agree, disagree, pass, text, file, line);
    }

    /// <summary>Takes a declaration as numbers; <paramref name="text"/> is what stands in the file.</summary>
    public void Declare(int? agree, int? disagree, int? pass, string text, string file, long line)
    {
        if (agree is not (1 or -1) || disagree != -agree || pass != 0)
        {
            throw Unreadable(text, file, line);
        }

        if (_declared is int before && before != agree)
        {
            throw new UnreadableException(new InputProblem(
                file, line, 0,
                new(
                    $"agree is {Signed(agree.Value)} here, and {Signed(before)} in {_declaredIn}",
                    $"«\u00a0d’accord\u00a0» vaut {Signed(agree.Value)} ici, et {Signed(before)} dans {_declaredIn}"),
                new(
                    "one vote convention; ask whoever made the export which one is true, and correct the other",
                    "une seule convention de vote\u00a0; demandez à qui a fait l’export laquelle est la bonne, et "
                    + "corrigez l’autre")));
        }

        if (asked is int told && told != agree)
        {
            string option = told > 0 ? "--agree-is 1" : "--agree-is -1";
            throw new UnreadableException(new InputProblem(
                file, line, 0,
                new(
                    $"agree is {Signed(agree.Value)} here, and {option} was asked",
                    $"«\u00a0d’accord\u00a0» vaut {Signed(agree.Value)} ici, et {option} a été demandé"),
                new(
                    "no --agree-is where the files say it themselves",
                    "pas de --agree-is quand les fichiers le disent eux-mêmes")));
        }

        _declared = agree;
        _declaredIn = file;
    }

    private static int? Sign(string value) => value switch
    {
        "+1" or "1" => 1,
        "-1" => -1,
        _ => null,
    };

    private static string Signed(int value) => value > 0 ? "+1" : "-1";

    private static UnreadableException Unreadable(string text, string file, long line)
    {
        Wording found = Excerpt.Of(text);
        return new(new InputProblem(
            file,
            line,
            0,
            new($"the vote convention {found.English}", $"la convention de vote {found.French}"),
            _wanted));
    }
}
