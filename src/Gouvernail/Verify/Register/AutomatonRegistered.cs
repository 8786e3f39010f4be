using System.Globalization;
using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Register;

/// <summary>
/// The event that an automaton has a card, or a new version of it, which is the entry after this one; public, so that
/// it is known which card was erased.
/// </summary>
/// <param name="Automaton">The automaton's id: "a" and a number, from 1.</param>
/// <param name="Version">Which of its cards, from 1.</param>
/// <param name="By">Who filed it: a holder of a role; null for whoever runs the machine.</param>
public sealed record AutomatonRegistered(string Automaton, int Version, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "automaton-registered";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.Name("automaton");
            body.Text(Automaton);
            body.By(By);
            body.Name("version");
            body.Number(Version);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static AutomatonRegistered? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        return NumberOf(body.RootElement.Text("automaton")) is not null
            && body.RootElement.Whole("version") is > 0 and int version
            ? new AutomatonRegistered(body.RootElement.Text("automaton")!, version, body.RootElement.Text("by"))
            : null;
    }

    /// <summary>The id of a number.</summary>
    internal static string IdOf(int number) => "a" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number in an automaton's id; null where it is none.</summary>
    internal static int? NumberOf(string? id) =>
        id is ['a', .. { Length: > 0 and < 10 } digits] && digits[0] != '0'
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
