using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Signers;

/// <summary>The event of a key that counts no more, in what it has signed before either; public.</summary>
/// <param name="Key">The id of the key.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record SignerRevoked(string Key, string Reason, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "signer-revoked";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("key");
            body.Text(Key);
            body.Name("reason");
            body.Text(Reason);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static SignerRevoked? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        return body.Text("key") is { Length: > 0 } key && body.Text("reason") is { Length: > 0 } reason
            ? new SignerRevoked(key, reason, body.Text("by"))
            : null;
    }
}
