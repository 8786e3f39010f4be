using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// The event of a device on which a personal link or code is used for the first time: more than one is told to its
/// bearer and to the facilitators. Sealed, and never published.
/// </summary>
/// <param name="Device">A pseudonym of the device under the consultation's key.</param>
/// <param name="Invitation">The serial number of the invitation.</param>
public sealed record DeviceSeen(string Device, int Invitation)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "device-seen";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string consultation, string pseudonym) => new(Kind)
    {
        Consultation = consultation,
        Pseudonym = pseudonym,
        Payload = CanonicalObject.Of(payload =>
        {
            payload.Name("device");
            payload.Text(Device);
            payload.Name("invitation");
            payload.Number(Invitation);
        }),
    };

    /// <summary>Reads a payload; null where it is not there, or is not one of a device.</summary>
    public static DeviceSeen? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(payload);
        JsonElement root = document.RootElement;
        return root.Text("device") is { Length: > 0 } device
            && root.Whole("invitation") is { } invitation
            ? new DeviceSeen(device, invitation)
            : null;
    }
}
