using System.Globalization;
using System.Text.Json;

namespace Gouvernail.Journals;

/// <summary>
/// An object that somebody wrote by hand, read member by member: everything that is wrong with it is collected, so that
/// all of it can be told at once, each with its place (a JSON pointer, RFC 6901).
/// </summary>
public sealed class JsonForm
{
    private readonly JsonElement _element;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly List<FormProblem> _problems;

    private JsonForm(JsonElement element, string path, List<FormProblem> problems)
    {
        _element = element;
        Path = path;
        _problems = problems;
    }

    /// <summary>Where the object stands; empty for the whole document.</summary>
    public string Path { get; }

    /// <summary>Reads a document whose root is an object.</summary>
    /// <param name="json">The document.</param>
    /// <param name="most">The most bytes.</param>
    /// <param name="read">Reads the members that there may be; others are problems.</param>
    /// <returns>What was read, and all that is wrong; what was read counts only where nothing is.</returns>
    public static (T? Value, IReadOnlyList<FormProblem> Problems) Read<T>(
        ReadOnlyMemory<byte> json, int most, Func<JsonForm, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        var problems = new List<FormProblem>();
        if (json.Length > most)
        {
            problems.Add(new FormProblem("", new(
                $"it has {json.Length} bytes, and may have {most}",
                $"il fait {json.Length} octets, et peut en faire {most}")));
            return (null, problems);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions
            {
                AllowDuplicateProperties = false,
                MaxDepth = 32,
            });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problems.Add(new FormProblem("", new("it is no JSON object", "ce n’est pas un objet JSON")));
                return (null, problems);
            }

            var form = new JsonForm(document.RootElement, "", problems);
            T? value = read(form);
            form.Finish();
            return (value, problems);
        }
        catch (JsonException broken)
        {
            string line = ((broken.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            string column = ((broken.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            problems.Add(new FormProblem("", broken.LineNumber is null
                ? new("a name stands twice in one object", "un nom figure deux fois dans un objet")
                : new($"it is no JSON, a name stands twice, or it is too deep: line {line}, byte {column}",
                    $"ce n’est pas du JSON, un nom y est deux fois, ou il est trop profond\u00a0: ligne {line}, "
                        + $"octet {column}")));
            return (null, problems);
        }
        catch (InvalidOperationException)
        {
            problems.Add(new FormProblem("", new(
                "a text has half a character (\\ud800 to \\udfff alone)",
                "un texte a une moitié de caractère (\\ud800 à \\udfff seul)")));
            return (null, problems);
        }
    }

    /// <summary>Notes that something is wrong with a member.</summary>
    /// <param name="name">The member; empty for the object itself.</param>
    /// <param name="what">What, and what was expected.</param>
    public void Wrong(string name, Wording what) => _problems.Add(new FormProblem(At(name), what));

    /// <summary>True where a member is there.</summary>
    public bool Has(string name) => _element.TryGetProperty(name, out _);

    /// <summary>A text without blanks around it; empty where it is missing and need not be there.</summary>
    public string Text(string name, int longest, bool required = true)
    {
        if (Member(name, required) is not { } member)
        {
            return "";
        }

        string text = member.ValueKind == JsonValueKind.String ? member.GetString()!.Trim() : "";
        if (member.ValueKind != JsonValueKind.String || text.Length > longest || (required && text.Length == 0))
        {
            Wrong(name, new(
                $"a text of 1 to {longest} characters was expected",
                $"un texte de 1 à {longest} caractères était attendu"));
            return "";
        }

        return text;
    }

    /// <summary>One of some words; the first where it is missing and need not be there.</summary>
    public string Word(string name, IReadOnlyList<string> words, bool required = true)
    {
        if (Member(name, required) is not { } member)
        {
            return words[0];
        }

        if (member.ValueKind != JsonValueKind.String || !words.Contains(member.GetString()!, StringComparer.Ordinal))
        {
            string all = string.Join(", ", words);
            Wrong(name, new($"one of these was expected: {all}", $"un de ces mots était attendu\u00a0: {all}"));
            return words[0];
        }

        return member.GetString()!;
    }

    /// <summary>A whole number; null where it is missing.</summary>
    public long? Whole(string name, long least, long most, bool required = true)
    {
        if (Member(name, required) is not { } member)
        {
            return null;
        }

        if (member.ValueKind != JsonValueKind.Number || !member.TryGetInt64(out long number) || number < least
            || number > most)
        {
            Wrong(name, new(
                $"a whole number from {least} to {most} was expected",
                $"un nombre entier de {least} à {most} était attendu"));
            return null;
        }

        return number;
    }

    /// <summary>A number; null where it is missing.</summary>
    public double? Number(string name, double least, double most, bool required = true)
    {
        if (Member(name, required) is not { } member)
        {
            return null;
        }

        if (member.ValueKind != JsonValueKind.Number || !member.TryGetDouble(out double number)
            || !(number >= least && number <= most))
        {
            string from = least.ToString(CultureInfo.InvariantCulture);
            string to = most.ToString(CultureInfo.InvariantCulture);
            Wrong(name, new(
                $"a number from {from} to {to} was expected", $"un nombre de {from} à {to} était attendu"));
            return null;
        }

        return number;
    }

    /// <summary>True or false; false where it is missing.</summary>
    public bool Flag(string name)
    {
        if (Member(name, required: false) is not { } member)
        {
            return false;
        }

        if (member.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Wrong(name, new("true or false was expected", "true ou false était attendu"));
            return false;
        }

        return member.GetBoolean();
    }

    /// <summary>A time to the second in UTC, or a day, which stands for its beginning; null where it is missing.
    /// </summary>
    public DateTimeOffset? Second(string name, bool required = true)
    {
        if (Member(name, required) is not { } member)
        {
            return null;
        }

        if (member.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParseExact(
                member.GetString(), ["yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-dd"], CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            return time;
        }

        Wrong(name, new(
            "a day such as 2027-12-31, or a time such as 2027-12-31T12:00:00Z, was expected",
            "un jour comme 2027-12-31, ou une heure comme 2027-12-31T12:00:00Z, était attendu"));
        return null;
    }

    /// <summary>A list of texts; empty where it is missing and need not be there.</summary>
    public IReadOnlyList<string> Texts(string name, int most, int longest, bool required = false)
    {
        var texts = new List<string>();
        foreach (JsonElement item in Items(name, most, required))
        {
            string text = item.ValueKind == JsonValueKind.String ? item.GetString()!.Trim() : "";
            if (text.Length == 0 || text.Length > longest || texts.Contains(text))
            {
                Wrong(name, new(
                    $"texts of 1 to {longest} characters were expected, each once",
                    $"des textes de 1 à {longest} caractères étaient attendus, chacun une fois"));
                return [];
            }

            texts.Add(text);
        }

        return texts;
    }

    /// <summary>An object; null where it is missing.</summary>
    public T? One<T>(string name, Func<JsonForm, T?> read, bool required = true)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Member(name, required) is not { } member)
        {
            return null;
        }

        if (member.ValueKind != JsonValueKind.Object)
        {
            Wrong(name, new("an object was expected", "un objet était attendu"));
            return null;
        }

        var form = new JsonForm(member, At(name), _problems);
        T? value = read(form);
        form.Finish();
        return value;
    }

    /// <summary>A list of objects; those that could not be read are left out.</summary>
    public IReadOnlyList<T> Many<T>(string name, int most, Func<JsonForm, T?> read, bool required = true)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        var values = new List<T>();
        int index = 0;
        foreach (JsonElement item in Items(name, most, required))
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"{name}/{index++}");
            if (item.ValueKind != JsonValueKind.Object)
            {
                _problems.Add(new FormProblem($"{Path}/{path}", new(
                    "an object was expected", "un objet était attendu")));
                continue;
            }

            var form = new JsonForm(item, $"{Path}/{path}", _problems);
            if (read(form) is { } value)
            {
                values.Add(value);
            }

            form.Finish();
        }

        return values;
    }

    private JsonElement[] Items(string name, int most, bool required)
    {
        if (Member(name, required) is not { } member)
        {
            return [];
        }

        if (member.ValueKind == JsonValueKind.Array && member.GetArrayLength() <= most
            && (!required || member.GetArrayLength() > 0))
        {
            return [.. member.EnumerateArray()];
        }

        int least = required ? 1 : 0;
        Wrong(name, new(
            $"a list of {least} to {most} was expected", $"une liste de {least} à {most} était attendue"));
        return [];
    }

    private JsonElement? Member(string name, bool required)
    {
        _read.Add(name);
        if (_element.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null)
        {
            return member;
        }

        if (required)
        {
            Wrong(name, new("it is missing", "il manque"));
        }

        return null;
    }

    private string At(string name) =>
        name.Length == 0 ? Path : $"{Path}/{name.Replace("~", "~0", StringComparison.Ordinal)
            .Replace("/", "~1", StringComparison.Ordinal)}";

    private void Finish()
    {
        foreach (JsonProperty member in _element.EnumerateObject())
        {
            if (!_read.Contains(member.Name))
            {
                string known = string.Join(", ", _read.Order(StringComparer.Ordinal));
                Wrong(member.Name, new(
                    $"nothing of that name is known here; known are {known}",
                    $"rien de ce nom n’est connu ici\u00a0; sont connus {known}"));
            }
        }
    }
}

/// <summary>Something wrong with a document.</summary>
/// <param name="Path">Where: a JSON pointer (RFC 6901); empty for the whole.</param>
/// <param name="What">What, and what was expected.</param>
public sealed record FormProblem(string Path, Wording What)
{
    /// <summary>All of them in one refusal.</summary>
    /// <param name="code">The refusal's code.</param>
    /// <param name="problems">At least one.</param>
    public static Refusal Refuse(string code, IReadOnlyList<FormProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return new Refusal(code, new(
            string.Join("; ", problems.Select(p => $"{Name(p.Path)}: {p.What.English}")),
            string.Join("\u00a0; ", problems.Select(p => $"{Name(p.Path)}\u00a0: {p.What.French}"))));
    }

    private static string Name(string path) => path.Length == 0 ? "JSON" : path;
}
