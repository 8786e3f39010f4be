using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Mandate.Adoption;

namespace Gouvernail.Verify.Signers;

/// <summary>The event of a key whose signatures count as evidence from now on; public.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">Whose it is: an organisation or an office; public for ever.</param>
/// <param name="Roles">What it signs as, such as <c>auditor</c>, <c>provider</c>, <c>deployer</c>; at least
/// one.</param>
/// <param name="By">Who recognises it: a holder of a role; null for whoever runs the machine.</param>
public sealed record SignerRecognised(EnvelopeKey Key, string Name, IReadOnlyList<string> Roles, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "signer-recognised";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("key");
            body.Text(Key.ToString());
            body.Name("name");
            body.Text(Name);
            body.Name("roles");
            body.StartArray();
            foreach (string role in Roles)
            {
                body.Text(role);
            }

            body.EndArray();
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static SignerRecognised? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        return body.Text("name") is { Length: > 0 } name && body.Text("key") is { } pem
            && EnvelopeKeys.TryRead(pem, out EnvelopeKey? key)
            && body.TryGetProperty("roles", out JsonElement roles) && roles.ValueKind == JsonValueKind.Array
            && roles.GetArrayLength() > 0
            && roles.EnumerateArray().All(role => role.ValueKind == JsonValueKind.String)
            ? new SignerRecognised(
                key, name, [.. roles.EnumerateArray().Select(role => role.GetString()!)], body.Text("by"))
            : null;
    }
}
