using System.Buffers;
using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>When results are shown.</summary>
public enum ResultsShown
{
    /// <summary>While people vote.</summary>
    Live,

    /// <summary>Once the consultation is closed; until then nowhere, not in exports, not in the API.</summary>
    Closed,
}

/// <summary>On what terms people take part: said before they do, and kept.</summary>
public sealed record Terms
{
    /// <summary>The most characters that a statement may ever have.</summary>
    public const int LongestStatement = 1000;

    /// <summary>The most sites that may show a consultation in a frame.</summary>
    public const int MostHosts = 20;

    private static readonly Terms _usual = new();

    private static readonly SearchValues<char> _unsafe = SearchValues.Create(" ;,'\"*");

    /// <summary>Who asks; may be empty.</summary>
    public string Organiser { get; init; } = "";

    /// <summary>What will be done with the answers; may be empty.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The rungs that may take part, in order, at least one.</summary>
    public IReadOnlyList<Rung> Admits { get; init; } = [Rung.Open];

    /// <summary>True where participants may put statements forward.</summary>
    public bool TakesStatements { get; init; } = true;

    /// <summary>True where a statement is shown only once it was accepted (strict moderation).</summary>
    public bool IsStrict { get; init; }

    /// <summary>When results are shown.</summary>
    public ResultsShown Results { get; init; }

    /// <summary>The most characters (Unicode scalar values) in a statement put forward.</summary>
    public int StatementLength { get; init; } = 280;

    /// <summary>Origins that may show the consultation in a frame, such as <c>https://city.example</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>True where people on a rung may take part.</summary>
    public bool Allows(Rung rung) => Admits.Contains(rung);

    /// <summary>
    /// True for a web origin alone: https, or http on this machine; no path, and nothing that a header misreads.
    /// </summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && text == uri.GetLeftPart(UriPartial.Authority)
        && !text.AsSpan().ContainsAny(_unsafe) && text.All(char.IsAscii);

    /// <inheritdoc/>
    public bool Equals(Terms? other) => other is not null && Bytes().AsSpan().SequenceEqual(other.Bytes());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Organiser, Outcome, TakesStatements, IsStrict, Results);

    /// <summary>Writes the member <c>terms</c>, unless they are the usual ones.</summary>
    internal void Write(CanonicalWriter body)
    {
        if (Equals(_usual))
        {
            return;
        }

        body.Name("terms");
        body.StartObject();
        WriteMembers(body);
        body.EndObject();
    }

    /// <summary>Reads the member <c>terms</c> of a body; null where it is there and is not one.</summary>
    internal static Terms? Read(JsonElement body)
    {
        if (!body.TryGetProperty("terms", out JsonElement terms))
        {
            return _usual;
        }

        if (terms.ValueKind != JsonValueKind.Object
            || Words(terms, "admits") is not { Length: > 0 } admits || Words(terms, "hosts") is not { } hosts
            || terms.Text("organiser") is not { } organiser || terms.Text("outcome") is not { } outcome
            || terms.Flag("strict") is not { } strict || terms.Flag("takes") is not { } takes
            || terms.Whole("longest") is not (>= 1 and <= LongestStatement and int length))
        {
            return null;
        }

        Rung?[] rungs = Array.ConvertAll(admits, Rungs.Of);
        ResultsShown? shown = terms.Text("results") switch
        {
            "live" => ResultsShown.Live,
            "closed" => ResultsShown.Closed,
            _ => null,
        };
        return shown is null || Array.Exists(rungs, r => r is null) ? null : new Terms
        {
            Organiser = organiser,
            Outcome = outcome,
            Admits = Array.ConvertAll(rungs, r => r!.Value),
            TakesStatements = takes,
            IsStrict = strict,
            Results = shown.Value,
            StatementLength = length,
            Hosts = hosts,
        };
    }

    private byte[] Bytes() => CanonicalObject.Of(WriteMembers);

    private void WriteMembers(CanonicalWriter body)
    {
        body.Name("admits");
        body.StartArray();
        foreach (Rung rung in Admits)
        {
            body.Text(rung.Word());
        }

        body.EndArray();
        body.Name("hosts");
        body.StartArray();
        foreach (string host in Hosts)
        {
            body.Text(host);
        }

        body.EndArray();
        body.Name("longest");
        body.Number(StatementLength);
        body.Name("organiser");
        body.Text(Organiser);
        body.Name("outcome");
        body.Text(Outcome);
        body.Name("results");
        body.Text(Results == ResultsShown.Live ? "live" : "closed");
        body.Name("strict");
        body.Flag(IsStrict);
        body.Name("takes");
        body.Flag(TakesStatements);
    }

    private static string[]? Words(JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : null;
}
