using System.Buffers;
using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Statements;
using Gouvernail.Journals;

namespace Gouvernail.Server.Consult.Voting.Api;

/// <summary>Putting statements forward.</summary>
internal static class StatementApi
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/consultations/{id}/statements", ProposeAsync)
        .WithName("ProposeStatement")
        .WithSummary("Puts a statement forward; refused where others nearly say it, unless evenIfNear is true.")
        .Accepts<StatementBody>(ApiEndpoints.Json)
        .Produces(StatusCodes.Status201Created, contentType: ApiEndpoints.Json)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> ProposeAsync(
        HttpContext context, Visits visits, Booth booth, Community community, string id)
    {
        if (await JsonAnswer.ReadAsync<StatementBody>(context, StatementBody.Read) is not { } body)
        {
            return Answer.Problem(Problems.BadRequest);
        }

        (Visit? visit, IResult? problem) = ApiEndpoints.Known(context, visits, id);
        if (visit is null)
        {
            return problem!;
        }

        Terms terms = visit.View.Opened.Terms;
        if (!body.EvenIfNear && visit.CanAct && terms.TakesStatements
            && StatementText.Clean(body.Text, terms.StatementLength, out _) is null
            && ProposeEndpoints.Near(visit, body.Text) is { Count: > 0 } near)
        {
            return NearOnes(near, Languages.Of(context));
        }

        Outcome outcome = await booth.ProposeAsync(visit, body.Text, context.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            return Answer.Refused(refusal);
        }

        long entry = outcome.First + outcome.Count - 1;
        ListedStatement? made = visit.Live.View().Statements.LastOrDefault(s => s.Position == entry);
        return new JsonAnswer(
            json =>
            {
                json.WriteString("id", made?.Id);
                json.WriteString("text", made?.Text);
                json.WriteBoolean("shown", made is not null && visit.View.IsShown(made));
                json.WriteNumber("entry", entry);
                json.WriteNumber("size", community.Journal.Size);
            },
            StatusCodes.Status201Created);
    }

    private static JsonAnswer NearOnes(IReadOnlyList<ListedStatement> near, Language language) => new(
        json =>
        {
            json.WriteString("type", Problems.Near.Type);
            json.WriteString("title", Problems.Near.Title.In(language));
            json.WriteNumber("status", Problems.Near.Status);
            json.WriteString("detail", Problems.Near.Meaning.In(language));
            json.WriteStartArray("near");
            foreach (ListedStatement statement in near)
            {
                json.WriteStartObject();
                ConsultationApi.Write(json, statement);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        Problems.Near.Status)
    {
        Type = ApiEndpoints.ProblemJson,
    };
}

/// <summary>A statement as programs send it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="EvenIfNear">True to put it forward though others nearly say it.</param>
internal readonly record struct StatementBody(string Text, bool EvenIfNear)
{
    /// <summary>Reads a body; null where it is not one.</summary>
    public static StatementBody? Read(ReadOnlySequence<byte> body)
    {
        using JsonDocument read = JsonDocument.Parse(body);
        JsonElement root = read.RootElement;
        bool even = false;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("text", out JsonElement text)
            || text.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        if (root.TryGetProperty("evenIfNear", out JsonElement flag))
        {
            if (flag.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            {
                return null;
            }

            even = flag.GetBoolean();
        }

        return new StatementBody(text.GetString()!, even);
    }
}
