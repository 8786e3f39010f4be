using System.Globalization;
using System.Text;
using Gouvernail.Journals;
using Gouvernail.Log;

namespace Gouvernail.CrashWriter;

/// <summary>
/// A line of the writer's output: what the journal has acknowledged. Whoever reads the line may hold the journal to it.
/// </summary>
/// <param name="First">The place of the first entry.</param>
/// <param name="Prints">For each entry, <c>p</c> (public) or <c>s</c> (sealed) and the print of what was sent.</param>
/// <param name="Erased">The place of the note that was erased; −1 for none.</param>
/// <param name="Trace">The marker of the note that was erased; <c>-</c> for none.</param>
/// <param name="Size">The size that the checkpoint tells.</param>
/// <param name="Root">The root that the checkpoint tells.</param>
internal sealed record Acknowledgement(
    long First, IReadOnlyList<string> Prints, long Erased, string Trace, long Size, Hash Root)
{
    private const string Word = "acknowledged";

    public static Acknowledgement Of(Outcome outcome, IReadOnlyList<Draft> drafts, string trace)
    {
        if (!Checkpoint.TryParse(outcome.Checkpoint!.Text, out Checkpoint? head, out _)
            || outcome.Count != drafts.Count)
        {
            throw new InvalidOperationException("An outcome without its entries or its checkpoint.");
        }

        string[] prints = [.. drafts.Select(draft =>
            (draft.Payload is null ? 'p' : 's') + Note.Print(draft.Payload ?? draft.Body))];
        return new Acknowledgement(outcome.First, prints, drafts[0].Erases ?? -1, trace, head.Size, head.Root);
    }

    /// <summary>Reads a line; null where it is another kind of line, or was cut short by the writer's death.</summary>
    public static Acknowledgement? TryParse(string line)
    {
        string[] parts = line.Split(' ');
        return parts.Length == 8 && parts[0] == Word && parts[7] == "."
            && Hash.TryParse(Encoding.ASCII.GetBytes(parts[6]), out Hash? root)
            ? new Acknowledgement(
                Number(parts[1]), parts[2].Split(','), Number(parts[3]), parts[4], Number(parts[5]), root.Value)
            : null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Word} {First} {string.Join(',', Prints)} {Erased} {Trace} {Size} {Root} .");

    private static long Number(string text) =>
        long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
