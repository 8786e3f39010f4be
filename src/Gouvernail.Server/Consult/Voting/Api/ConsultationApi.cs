using System.Globalization;
using System.Text.Json;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Microsoft.AspNetCore.Mvc;

namespace Gouvernail.Server.Consult.Voting.Api;

/// <summary>Reading consultations and their statements.</summary>
internal static class ConsultationApi
{
    /// <summary>The most items in an answer.</summary>
    private const int Most = 200;

    private const int Usual = 50;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/consultations", List)
            .WithName("ListConsultations").WithSummary("Consultations that are not drafts, in the order of their ids.")
            .Produces(StatusCodes.Status200OK, contentType: ApiEndpoints.Json)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/consultations/{id}", Show)
            .WithName("GetConsultation").WithSummary("A consultation: question, terms, stage and numbers.")
            .Produces(StatusCodes.Status200OK, contentType: ApiEndpoints.Json)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/consultations/{id}/statements", Statements)
            .WithName("ListStatements").WithSummary("The statements that participants see, in the order of proposal.")
            .Produces(StatusCodes.Status200OK, contentType: ApiEndpoints.Json)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/consultations/{id}/next", Next)
            .WithName("NextStatement").WithSummary("The statement to vote on next; null where there is none.")
            .Produces(StatusCodes.Status200OK, contentType: ApiEndpoints.Json)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Writes a statement as programs read it.</summary>
    public static void Write(Utf8JsonWriter json, ListedStatement statement)
    {
        json.WriteString("id", statement.Id);
        json.WriteString("text", statement.Text);
        json.WriteBoolean("seed", statement.IsSeed);
        json.WriteBoolean("meta", statement.Decision.IsMeta);
    }

    private static IResult List(Community community, string? after, int? limit)
    {
        LiveConsultation[] all = [.. community.Live.All.Where(live => live.View().Stage != Stage.Draft)];
        int before = after is null ? -1 : Array.FindIndex(all, live => live.Id == after);
        return after is not null && before < 0
            ? Answer.Problem(Problems.NoConsultation)
            : Page<LiveConsultation>(all[(before + 1)..], limit, "consultations", Write, live => live.Id, null);
    }

    private static IResult Show(HttpContext context, Visits visits, string id) =>
        visits.Of(context, id) is { } visit
            ? new JsonAnswer(json => WriteMembers(json, visit.Live, visit.View)) { Version = VersionOf(visit.Live) }
            : Answer.Problem(Problems.NoConsultation);

    private static IResult Statements(HttpContext context, Visits visits, string id, string? after, int? limit)
    {
        if (visits.Of(context, id) is not { } visit)
        {
            return Answer.Problem(Problems.NoConsultation);
        }

        string version = VersionOf(visit.Live);
        // One that was set aside since the last page was asked for still has its place among all.
        IReadOnlyList<ListedStatement> all = visit.View.Statements;
        int before = after is null ? -1 : all.TakeWhile(statement => statement.Id != after).Count();
        if (before == all.Count)
        {
            return Answer.Problem(Problems.NoStatement);
        }

        IReadOnlyDictionary<string, VoteCounts>? counts = visit.View.ShowsResults ? visit.Live.Counts() : null;
        return Page<ListedStatement>(
            [.. all.Skip(before + 1).Where(visit.View.IsShown)],
            limit,
            "statements",
            (json, statement) =>
            {
                json.WriteStartObject();
                Write(json, statement);
                if (counts is not null)
                {
                    VoteCounts votes = counts.GetValueOrDefault(statement.Id);
                    json.WriteNumber("agree", votes.Agree);
                    json.WriteNumber("disagree", votes.Disagree);
                    json.WriteNumber("pass", votes.Pass);
                }

                json.WriteEndObject();
            },
            statement => statement.Id,
            version);
    }

    private static IResult Next(
        HttpContext context, Visits visits, Routes routes, string id, [FromQuery] string[]? skip)
    {
        if (visits.Of(context, id) is not { } visit)
        {
            return Answer.Problem(Problems.NoConsultation);
        }

        HashSet<string> voted = [.. (visit.Participant()?.Ballots ?? []).Select(ballot => ballot.Statement)];
        ListedStatement? next = routes.Next(
            visit.Live,
            Pages.DrawerOf(context, visit),
            voted,
            Pages.Skipped(skip, visit));
        return new JsonAnswer(json =>
        {
            if (next is null)
            {
                json.WriteNull("statement");
            }
            else
            {
                json.WriteStartObject("statement");
                Write(json, next);
                json.WriteEndObject();
            }

            json.WriteNumber("voted", visit.View.Shown.Count(s => voted.Contains(s.Id)));
            json.WriteNumber("shown", visit.View.Shown.Count());
        });
    }

    private static JsonAnswer Page<T>(
        T[] rest,
        int? limit,
        string name,
        Action<Utf8JsonWriter, T> write,
        Func<T, string> idOf,
        string? version)
    {
        int count = Math.Min(Math.Clamp(limit ?? Usual, 1, Most), rest.Length);
        return new JsonAnswer(json =>
        {
            json.WriteStartArray(name);
            foreach (T item in rest.AsSpan(0, count))
            {
                write(json, item);
            }

            json.WriteEndArray();
            json.WriteString("next", count < rest.Length ? idOf(rest[count - 1]) : null);
        })
        {
            Version = version is null
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"{version}-{rest.Length}-{count}"),
        };
    }

    private static void Write(Utf8JsonWriter json, LiveConsultation live)
    {
        json.WriteStartObject();
        WriteMembers(json, live, live.View());
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, LiveConsultation live, ConsultationView view)
    {
        Terms terms = view.Opened.Terms;
        json.WriteString("id", view.Id);
        json.WriteString("question", view.Opened.Topic);
        json.WriteString("description", view.Opened.Description);
        json.WriteString("organiser", terms.Organiser);
        json.WriteString("outcome", terms.Outcome);
        json.WriteString("stage", view.Stage.Word());
        json.WriteString("reason", view.StageReason);
        json.WriteStartArray("admits");
        foreach (Rung rung in terms.Admits)
        {
            json.WriteStringValue(rung.Word());
        }

        json.WriteEndArray();
        json.WriteBoolean("takesStatements", terms.TakesStatements);
        json.WriteBoolean("strict", terms.IsStrict);
        json.WriteNumber("longestStatement", terms.StatementLength);
        json.WriteBoolean("showsResults", view.ShowsResults);
        json.WriteNumber("people", live.VoterCount());
        json.WriteNumber("votes", live.VoteCount);
        json.WriteNumber("statements", view.Shown.Count());
    }

    private static string VersionOf(LiveConsultation live) =>
        live.Version.ToString(CultureInfo.InvariantCulture);
}
