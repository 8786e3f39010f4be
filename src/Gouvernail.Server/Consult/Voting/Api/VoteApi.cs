using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Server.Consult.Voting.Api;

/// <summary>
/// Casting votes and taking them back. The busiest endpoints of all: they read and write their few bytes themselves.
/// </summary>
internal sealed class VoteApi(Visits visits, Booth booth, Community community)
{
    public static void Map(RouteGroupBuilder api, IServiceProvider parts)
    {
        // Its parts are looked up once, not in a scope of every request.
        var votes = ActivatorUtilities.CreateInstance<VoteApi>(parts);
        api.MapPut("/consultations/{id}/votes/{statement}", votes.CastAsync)
            .WithName("CastVote")
            .WithSummary("Casts or changes a vote: 1 agree, -1 disagree, 0 pass. The same vote again logs nothing.")
            .Accepts<VoteBody>(ApiEndpoints.Json)
            .Produces(StatusCodes.Status200OK, contentType: ApiEndpoints.Json)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapDelete("/consultations/{id}/votes/{statement}", votes.WithdrawAsync)
            .WithName("WithdrawVote").WithSummary("Takes a vote back; where there is none, logs nothing.")
            .Produces(StatusCodes.Status200OK, contentType: ApiEndpoints.Json)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private async Task<IResult> CastAsync(HttpContext context, string id, string statement)
    {
        if (await JsonAnswer.ReadAsync<VoteBody>(context, VoteBody.Read) is not { } body)
        {
            return Answer.Problem(Problems.BadRequest);
        }

        (Visit? visit, IResult? problem) = ApiEndpoints.Known(context, visits, id);
        return visit is null ? problem! : Done(await booth.VoteAsync(
            visit, statement, body.Vote, body.Matters, context.RequestAborted));
    }

    private async Task<IResult> WithdrawAsync(HttpContext context, string id, string statement)
    {
        (Visit? visit, IResult? problem) = ApiEndpoints.Known(context, visits, id);
        return visit is null
            ? problem!
            : Done(await booth.WithdrawAsync(visit, [statement], context.RequestAborted));
    }

    private IResult Done(Outcome outcome) => outcome.Refusal is { } refusal
        ? Answer.Refused(refusal)
        : new Logged(outcome.Count == 0 ? -1 : outcome.First + outcome.Count - 1, community.Journal.Size);

    /// <summary>Where it stands in the log: <c>{"entry":12,"size":13}</c>.</summary>
    private sealed class Logged(long entry, long size) : IResult
    {
        private const int Longest = 64;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            byte[] body = new byte[Longest];
            int length = Write(body);
            HttpResponse response = httpContext.Response;
            response.ContentType = ApiEndpoints.Json;
            response.ContentLength = length;
            response.Headers.CacheControl = "private, no-store";
            return response.Body.WriteAsync(body, 0, length, httpContext.RequestAborted);
        }

        private int Write(Span<byte> span)
        {
            int at = Put("{\"entry\":"u8, span, 0);
            if (entry < 0)
            {
                at = Put("null"u8, span, at);
            }
            else
            {
                Utf8Formatter.TryFormat(entry, span[at..], out int digits);
                at += digits;
            }

            at = Put(",\"size\":"u8, span, at);
            Utf8Formatter.TryFormat(size, span[at..], out int more);
            return Put("}"u8, span, at + more);
        }

        private static int Put(ReadOnlySpan<byte> text, Span<byte> span, int at)
        {
            text.CopyTo(span[at..]);
            return at + text.Length;
        }
    }
}

/// <summary>A vote as programs send it.</summary>
/// <param name="Vote">1 agree, −1 disagree, 0 pass.</param>
/// <param name="Matters">True where the statement matters to them.</param>
internal readonly record struct VoteBody(int Vote, bool Matters)
{
    /// <summary>Reads a body; null where it is not one.</summary>
    public static VoteBody? Read(ReadOnlySequence<byte> body)
    {
        var json = new Utf8JsonReader(body);
        int? vote = null;
        bool matters = false;
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isVote = json.ValueTextEquals("vote"u8);
            bool isMatters = json.ValueTextEquals("matters"u8);
            json.Read();
            if (isVote)
            {
                if (json.TokenType != JsonTokenType.Number || !json.TryGetInt32(out int number)
                    || number is < -1 or > 1)
                {
                    return null;
                }

                vote = number;
            }
            else if (isMatters)
            {
                if (json.TokenType is not (JsonTokenType.True or JsonTokenType.False))
                {
                    return null;
                }

                matters = json.GetBoolean();
            }
            else
            {
                json.Skip();
            }
        }

        return vote is { } cast && json.TokenType == JsonTokenType.EndObject && !json.Read()
            ? new VoteBody(cast, matters)
            : null;
    }
}
