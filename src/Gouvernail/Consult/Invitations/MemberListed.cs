using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Invitations;

/// <summary>The event of a person put on a consultation's list. Sealed, and never published.</summary>
/// <param name="Serial">The serial number of their invitation.</param>
/// <param name="Identifier">An e-mail address, or what else the community knows them by.</param>
public sealed record MemberListed(int Serial, string Identifier)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "member-listed";

    /// <summary>The most characters in an identifier.</summary>
    public const int LongestIdentifier = 254;

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string consultation) => new(Kind)
    {
        Consultation = consultation,
        Payload = CanonicalObject.Of(payload =>
        {
            payload.Name("identifier");
            payload.Text(Identifier);
            payload.Name("serial");
            payload.Number(Serial);
        }),
    };

    /// <summary>Reads a payload; null where it is not there, or is not one of a member.</summary>
    public static MemberListed? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(payload);
        JsonElement root = document.RootElement;
        return root.Text("identifier") is { Length: > 0 } identifier
            && root.Whole("serial") is { } serial
            ? new MemberListed(serial, identifier)
            : null;
    }
}
