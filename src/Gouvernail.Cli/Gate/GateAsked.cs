using Gouvernail.Verify.Register;

namespace Gouvernail.Cli.Gate;

/// <summary>What the gate is asked about: an automaton by its id, or a card in hand.</summary>
internal sealed record GateAsked
{
    /// <summary>The automaton's id; null for a card.</summary>
    public string? Automaton { get; init; }

    /// <summary>The card; null for an id.</summary>
    public Card? Card { get; init; }

    /// <summary>The card's file, as it was typed; null for an id.</summary>
    public string? File { get; init; }

    /// <summary>What to call it before anybody knows its id.</summary>
    public string Name => Automaton ?? File ?? "";

    /// <summary>Reads what was typed: an id such as a1, unless a file is called so; else a card's file.</summary>
    public static Failure? Read(string typed, Texts texts, out GateAsked? asked)
    {
        asked = null;
        if (IsId(typed) && !System.IO.File.Exists(typed))
        {
            asked = new GateAsked { Automaton = typed };
            return null;
        }

        if (TrustFile.Read(typed, 10 * Card.MostBytes, texts, out byte[]? bytes) is { } failure)
        {
            return failure;
        }

        CardReading reading = Card.Read(bytes);
        if (reading.IsRead)
        {
            asked = new GateAsked { Card = reading.Card, File = typed };
            return null;
        }

        IEnumerable<string> problems = reading.Problems.Take(20).Select(problem => problem.In(texts.Language));
        return new Failure(
            ExitCode.BadInput, new Wording($"{typed} is no card:", $"{typed} n’est pas une fiche\u00a0:")
                .In(texts.Language) + "\n  " + string.Join("\n  ", problems));
    }

    private static bool IsId(string typed) =>
        typed is ['a', .. { Length: > 0 and < 10 } digits] && digits[0] != '0' && digits.All(char.IsAsciiDigit);
}
