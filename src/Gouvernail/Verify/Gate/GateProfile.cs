using System.Collections.Frozen;
using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Gate;

/// <summary>
/// What the gate asks of every automaton of a class, whatever mandates say: data, in <c>gate-profile.json</c>. A
/// decision names the hash of the profile it was made by.
/// </summary>
public sealed class GateProfile
{
    private readonly FrozenDictionary<string, ClassProfile> _classes;

    private GateProfile(string digest, FrozenDictionary<string, ClassProfile> classes)
    {
        Digest = digest;
        _classes = classes;
    }

    /// <summary>The profile of this version.</summary>
    public static GateProfile Current { get; } = Load();

    /// <summary>SHA-256 of its canonical bytes.</summary>
    public string Digest { get; }

    /// <summary>What is asked of a class; of one that is not known, what is asked of products.</summary>
    public ClassProfile Of(string @class) => _classes.GetValueOrDefault(@class) ?? _classes["produit"];

    private static GateProfile Load()
    {
        using Stream stream = typeof(GateProfile).Assembly.GetManifestResourceStream(
            typeof(GateProfile), "gate-profile.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return new GateProfile(
            Blobs.NameOf(CanonicalJson.Of(document.RootElement)),
            document.RootElement.GetProperty("classes").EnumerateObject().ToFrozenDictionary(
                member => member.Name, member => Read(member.Value), StringComparer.Ordinal));
    }

    private static ClassProfile Read(JsonElement json) => new(
        [.. json.GetProperty("mustDisclose").EnumerateArray().Select(item => item.GetString()!)],
        json.GetProperty("needsEvidence").GetBoolean(),
        json.GetProperty("independent").GetBoolean(),
        json.GetProperty("leaseDays").GetInt32());
}

/// <summary>What is asked of a class of automata.</summary>
/// <param name="MustDisclose">Disclosures that may not be refused.</param>
/// <param name="NeedsEvidence">True where some mandate has to ask for evidence.</param>
/// <param name="Independent">True where the provider's or deployer's own signature alone proves nothing.</param>
/// <param name="LeaseDays">How many days a permit lasts at most.</param>
public sealed record ClassProfile(
    IReadOnlyList<string> MustDisclose, bool NeedsEvidence, bool Independent, int LeaseDays);
