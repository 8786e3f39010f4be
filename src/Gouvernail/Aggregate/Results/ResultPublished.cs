using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log;

namespace Gouvernail.Aggregate.Results;

/// <summary>
/// The event of a result: which method, in which version, with which parameters, over which beginning of the log, gave
/// which output. Whoever has that beginning can compute it again.
/// </summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Parameters">Its parameters, canonical JSON.</param>
/// <param name="Size">How many entries of the log it is over.</param>
/// <param name="Root">The root of the log at that size.</param>
/// <param name="Output">SHA-256 of the output, the name of its blob.</param>
public sealed record ResultPublished(
    string Consultation,
    string Method,
    string Version,
    ReadOnlyMemory<byte> Parameters,
    long Size,
    Hash Root,
    string Output)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "result-published";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Consultation = Consultation,
        Body = CanonicalObject.Of(body =>
        {
            body.Name("method");
            body.Text(Method);
            body.Name("output");
            body.Text(Output);
            body.Name("parameters");
            using (JsonDocument parameters = JsonDocument.Parse(Parameters))
            {
                CanonicalJson.Write(body, parameters.RootElement);
            }

            body.Name("root");
            body.Text(Root.ToString());
            body.Name("size");
            body.Number(Size);
            body.Name("version");
            body.Text(Version);
        }),
    };

    /// <summary>Reads an entry of this kind.</summary>
    public static bool TryRead(Entry entry, [NotNullWhen(true)] out ResultPublished? published)
    {
        ArgumentNullException.ThrowIfNull(entry);
        published = null;
        if (entry.Kind != Kind || entry.IsSealed || entry.Consultation is null)
        {
            return false;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        if (body.Text("method") is not { } method || body.Text("version") is not { } version
            || body.Text("output") is not { } output || !Blobs.IsName(output)
            || body.Text("root") is not { } base64
            || !Hash.TryParse(System.Text.Encoding.UTF8.GetBytes(base64), out Hash? root)
            || !body.TryGetProperty("size", out JsonElement digits) || digits.ValueKind != JsonValueKind.Number
            || !digits.TryGetInt64(out long size) || size < 0
            || !body.TryGetProperty("parameters", out JsonElement parameters)
            || parameters.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        published = new ResultPublished(
            entry.Consultation, method, version, CanonicalJson.Of(parameters), size, root.Value, output);
        return true;
    }
}
