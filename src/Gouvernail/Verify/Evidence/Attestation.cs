using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;

namespace Gouvernail.Verify.Evidence;

/// <summary>
/// What somebody signed about artefacts: an in-toto Statement, version 1
/// (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md). It says nothing about anything that is not
/// among its subjects.
/// </summary>
/// <param name="Subjects">The artefacts, at least one.</param>
/// <param name="PredicateType">What is said of them, a URI; it decides how the predicate reads.</param>
/// <param name="Predicate">What is said, canonical JSON (RFC 8785); an object.</param>
public sealed record Attestation(
    IReadOnlyList<AttestedArtefact> Subjects, string PredicateType, ReadOnlyMemory<byte> Predicate)
{
    /// <summary>The type of the payload of an envelope that holds one.</summary>
    public const string PayloadType = "application/vnd.in-toto+json";

    /// <summary>The <c>_type</c> of version 1.</summary>
    public const string StatementType = "https://in-toto.io/Statement/v1";

    /// <summary>The most subjects.</summary>
    public const int MostSubjects = 1024;

    private const int LongestText = 2048;

    private static readonly Wording _notAStatement = new(
        $"what was signed is no in-toto statement: an object with _type {StatementType}, predicateType, predicate, and "
            + "a subject of artefacts that each have a digest with sha256",
        $"ce qui est signé n’est pas un statement in-toto\u00a0: un objet avec _type {StatementType}, "
            + "predicateType, predicate, et un subject d’artefacts qui ont chacun un digest avec sha256");

    /// <summary>Reads what an envelope holds, whoever signed it.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="attestation">What it attests.</param>
    /// <param name="problem">What is wrong with it, and what was expected.</param>
    public static bool TryRead(
        Envelope envelope,
        [NotNullWhen(true)] out Attestation? attestation,
        [NotNullWhen(false)] out Wording? problem)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        attestation = null;
        if (envelope.PayloadType != PayloadType)
        {
            problem = new(
                $"evidence is an envelope of {PayloadType}; this one says that it is something else",
                $"une preuve est une enveloppe de {PayloadType}\u00a0; celle-ci dit être autre chose");
            return false;
        }

        problem = _notAStatement;
        try
        {
            using JsonDocument document = JsonDocument.Parse(envelope.Payload, new JsonDocumentOptions
            {
                // Two members of one name could be read as two statements.
                AllowDuplicateProperties = false,
            });
            attestation = Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // Not JSON, half a surrogate pair, or a number that no double holds.
            return false;
        }

        problem = attestation is null ? problem : null;
        return attestation is not null;
    }

    /// <summary>True where an artefact is among the subjects.</summary>
    /// <param name="sha256">Its SHA-256, in lower case hexadecimal.</param>
    public bool IsAbout(string sha256) => Subjects.Any(subject => subject.Sha256 == sha256);

    /// <summary>The payload to sign.</summary>
    public byte[] ToPayload() => CanonicalObject.Of(statement =>
    {
        statement.Name("_type");
        statement.Text(StatementType);
        statement.Name("predicate");
        if (!statement.TryCanonical(Predicate.Span))
        {
            throw new InvalidOperationException("The predicate is not canonical JSON.");
        }

        statement.Name("predicateType");
        statement.Text(PredicateType);
        statement.Name("subject");
        statement.StartArray();
        foreach (AttestedArtefact subject in Subjects)
        {
            statement.StartObject();
            statement.Name("digest");
            statement.StartObject();
            statement.Name("sha256");
            statement.Text(subject.Sha256);
            statement.EndObject();
            if (subject.Name.Length > 0)
            {
                statement.Name("name");
                statement.Text(subject.Name);
            }

            statement.EndObject();
        }

        statement.EndArray();
    });

    private static Attestation? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.Text("_type") != StatementType
            || root.Text("predicateType") is not { Length: > 0 and <= LongestText } type
            || !root.TryGetProperty("predicate", out JsonElement predicate)
            || predicate.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("subject", out JsonElement list) || list.ValueKind != JsonValueKind.Array
            || list.GetArrayLength() is 0 or > MostSubjects)
        {
            return null;
        }

        var subjects = new List<AttestedArtefact>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object
                || !item.TryGetProperty("digest", out JsonElement digest) || digest.ValueKind != JsonValueKind.Object
                || (item.TryGetProperty("name", out JsonElement name) && name.ValueKind != JsonValueKind.String)
                || (item.Text("name") ?? "") is not { Length: <= LongestText } called)
            {
                return null;
            }

            // What is named by another hash alone may be there; nothing here is about it.
            if (digest.Text("sha256") is { } sha256 && Blobs.IsName(sha256))
            {
                subjects.Add(new AttestedArtefact(called, sha256));
            }
        }

        return subjects.Count == 0 ? null : new Attestation(subjects, type, CanonicalJson.Of(predicate));
    }
}

/// <summary>A file, an image or a model, by its bytes.</summary>
/// <param name="Name">What the signer calls it; may be empty, and decides nothing.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower case hexadecimal.</param>
public sealed record AttestedArtefact(string Name, string Sha256);
