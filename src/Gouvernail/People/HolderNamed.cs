using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>The event of a name given to the holder of a role. Sealed: a name is personal data.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Name">The name, for the other holders to see.</param>
public sealed record HolderNamed(string Holder, string Name)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "holder-named";

    /// <summary>The most characters in a name.</summary>
    public const int LongestName = 100;

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Payload = CanonicalObject.Of(payload =>
        {
            payload.Name("holder");
            payload.Text(Holder);
            payload.Name("name");
            payload.Text(Name);
        }),
    };

    /// <summary>Reads a payload; null where it is not there, or is not one of a name.</summary>
    public static HolderNamed? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(payload);
        return document.RootElement.Text("holder") is { Length: > 0 } holder
            && document.RootElement.Text("name") is { } name
            ? new HolderNamed(holder, name)
            : null;
    }
}
