using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>Where a consultation is in its life.</summary>
public enum Stage
{
    /// <summary>Being prepared; nobody can take part.</summary>
    Draft,

    /// <summary>People take part.</summary>
    Open,

    /// <summary>Held for a while; people can read and not vote.</summary>
    Paused,

    /// <summary>Ended; it can be reopened with a reason.</summary>
    Closed,

    /// <summary>Ended for good: nothing is left that links its votes to people (<see cref="ArchiveConsultation"/>).
    /// </summary>
    Archived,
}

/// <summary>What stages have in common.</summary>
public static class Stages
{
    private static readonly string[] _words = ["draft", "open", "paused", "closed", "archived"];

    /// <summary>True once nobody can take part any more.</summary>
    public static bool IsOver(this Stage stage) => stage is Stage.Closed or Stage.Archived;

    /// <summary>The word for it in the log and in JSON.</summary>
    public static string Word(this Stage stage) => _words[(int)stage];

    /// <summary>Reads the word of a stage that an entry can name; null where it is none.</summary>
    internal static Stage? Parse(string? word) =>
        Array.IndexOf(_words, word) is > 0 and int stage ? (Stage)stage : null;
}

/// <summary>The event of a consultation that is paused, resumed, closed, reopened or archived; public.</summary>
/// <param name="Stage">What it is from now on; never <see cref="Stage.Draft"/>.</param>
/// <param name="Reason">Why, in public and for ever; may be empty where it is resumed.</param>
/// <param name="By">Who: a holder of a role.</param>
public sealed record StageChanged(Stage Stage, string Reason, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "stage-changed";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string consultation) => new(Kind)
    {
        Consultation = consultation,
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("reason");
            body.Text(Reason);
            body.Name("stage");
            body.Text(Stage.Word());
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static StageChanged? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        return body.RootElement.Text("reason") is { } reason
            && Stages.Parse(body.RootElement.Text("stage")) is { } stage
            ? new StageChanged(stage, reason, body.RootElement.Text("by"))
            : null;
    }
}
