using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Invitations;

/// <summary>What an invitation is good for.</summary>
public enum InvitationUse
{
    /// <summary>One person, on as many devices as they have.</summary>
    One,

    /// <summary>Anybody who has it.</summary>
    Many,

    /// <summary>One person of the community's list.</summary>
    Member,
}

/// <summary>The event of invitations made: serial numbers in a row. Codes follow from them and from a secret.</summary>
/// <param name="First">The first serial number, from 1.</param>
/// <param name="Count">How many.</param>
/// <param name="Use">What each is good for.</param>
/// <param name="Label">What the facilitators call them, in public: no personal data; may be empty.</param>
/// <param name="Expires">When they stop to admit anybody new.</param>
/// <param name="By">Who made them: a holder of a role.</param>
public sealed record InvitationsIssued(
    int First, int Count, InvitationUse Use, string Label, DateTimeOffset Expires, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "invitations-issued";

    /// <summary>The most invitations made at once.</summary>
    public const int MostAtOnce = 100_000;

    /// <summary>The most invitations of a consultation: codes hold no larger serial number.</summary>
    public const int Most = 1_000_000;

    /// <summary>The most characters in a label.</summary>
    public const int LongestLabel = 100;

    private static readonly string[] _uses = ["one", "many", "member"];

    /// <summary>True where one of them has this serial number.</summary>
    public bool Holds(int serial) => serial >= First && serial - First < Count;

    /// <summary>The event for the log.</summary>
    /// <param name="consultation">The consultation's id.</param>
    /// <param name="key">The key of its codes, with the first invitations; null afterwards.</param>
    public Draft ToDraft(string consultation, byte[]? key) => new(Kind)
    {
        Consultation = consultation,
        Secrets = key is null ? [] : [new Secret(InvitationCodes.SecretOf(consultation), key)],
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("count");
            body.Number(Count);
            body.Name("expires");
            body.Second(Expires);
            body.Name("first");
            body.Number(First);
            body.Name("label");
            body.Text(Label);
            body.Name("use");
            body.Text(_uses[(int)Use]);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static InvitationsIssued? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        JsonElement root = body.RootElement;
        return root.Whole("first") is > 0 and <= Most and int first
            && root.Whole("count") is > 0 and <= Most and int count
            && root.Text("label") is { } label && Array.IndexOf(_uses, root.Text("use")) is >= 0 and int use
            && root.Second("expires") is { } expires
            ? new InvitationsIssued(first, count, (InvitationUse)use, label, expires, root.Text("by"))
            : null;
    }
}
