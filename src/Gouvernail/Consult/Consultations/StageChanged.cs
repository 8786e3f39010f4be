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
}

/// <summary>The event of a consultation that is paused, resumed, closed or reopened; public.</summary>
/// <param name="Stage">What it is from now on; never <see cref="Stage.Draft"/>.</param>
/// <param name="Reason">Why, in public and for ever; may be empty where it is resumed.</param>
/// <param name="By">Who: a holder of a role.</param>
public sealed record StageChanged(Stage Stage, string Reason, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "stage-changed";

    private static readonly string[] _words = ["", "open", "paused", "closed"];

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
            body.Text(_words[(int)Stage]);
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
            && Array.IndexOf(_words, body.RootElement.Text("stage")) is > 0 and int stage
            ? new StageChanged((Stage)stage, reason, body.RootElement.Text("by"))
            : null;
    }
}
