using System.Text.Json;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Mandate.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Gouvernail.Server.Mandate;

/// <summary>Mandates for programs.</summary>
internal static class MandateApi
{
    private const string Json = "application/json";

    public static void Map(WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/api/mandates").WithTags("Mandates");
        group.MapGet("", List).WithName("ListMandates")
            .WithSummary("Every mandate and where it is in its life; the rule of adoption in force.")
            .Produces(StatusCodes.Status200OK, contentType: Json);
        group.MapGet("/{id}", Show).WithName("GetMandate")
            .WithSummary("A mandate through its versions, each with its document and how it was adopted.")
            .Produces(StatusCodes.Status200OK, contentType: Json)
            .Produces<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json");
    }

    private static JsonAnswer List(Community community, TimeProvider clock)
    {
        MandateBook book = community.MandateBook;
        DateTimeOffset now = clock.GetUtcNow();
        return new JsonAnswer(json =>
        {
            json.WriteStartArray("mandates");
            foreach (MandateHistory mandate in book.Mandates)
            {
                MandateVersion version = mandate.Adopted ?? mandate.Last;
                json.WriteStartObject();
                json.WriteString("id", mandate.Id);
                json.WriteString("state", mandate.StateAt(now).Code());
                json.WriteNumber("version", version.Document.Version);
                json.WriteString("digest", version.Digest);
                json.WriteString("title", version.Document.Title);
                json.WriteString("expires", version.Document.Term.Expires.UtcDateTime);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Purposes(json, "allowed", MandateTexts.Purposes(book, now, clause => clause.Allowed));
            Purposes(json, "forbidden", MandateTexts.Purposes(book, now, clause => clause.Forbidden));
            if (book.Rule is { } at)
            {
                Write(json, at, book.Rules[at].Rule);
            }
            else
            {
                json.WriteNull("rule");
            }
        });
    }

    private static IResult Show(string id, Community community, TimeProvider clock)
    {
        MandateBook book = community.MandateBook;
        if (book.Find(id) is not { } mandate)
        {
            return Answer.NotFound();
        }

        DateTimeOffset now = clock.GetUtcNow();
        return new JsonAnswer(json =>
        {
            json.WriteString("id", mandate.Id);
            json.WriteString("state", mandate.StateAt(now).Code());
            if (mandate.Revoked is { } revoked)
            {
                json.WriteStartObject("revoked");
                json.WriteNumber("entry", revoked.Position);
                json.WriteString("time", revoked.Time.UtcDateTime);
                json.WriteString("reason", revoked.Reason);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("revoked");
            }

            json.WriteStartArray("versions");
            foreach (MandateVersion version in mandate.Versions)
            {
                Write(json, book, mandate, version, now);
            }

            json.WriteEndArray();
        });
    }

    private static void Write(
        Utf8JsonWriter json, MandateBook book, MandateHistory mandate, MandateVersion version, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteNumber("version", version.Document.Version);
        json.WriteString("state", mandate.StateAt(version, now).Code());
        json.WriteString("digest", version.Digest);
        json.WriteNumber("drafted", version.Position);
        if (version.Put is { } put)
        {
            json.WriteStartObject("put");
            json.WriteNumber("entry", version.PutAt);
            json.WriteString("consultation", put.Consultation);
            json.WriteStartArray("statements");
            foreach ((string clause, string statement) in put.Statements)
            {
                json.WriteStartObject();
                json.WriteString("clause", clause);
                json.WriteString("statement", statement);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Write(json, put.Rule, book.Rules[put.Rule].Rule);
            json.WriteEndObject();
        }

        json.WriteStartArray("signatures");
        foreach (MandateSigned signature in version.Signatures)
        {
            json.WriteStartObject();
            json.WriteString("keyid", signature.Key);
            json.WriteBase64String("sig", signature.Signature.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (version.Adopted is { } adopted)
        {
            json.WriteStartObject("adopted");
            json.WriteNumber("entry", version.AdoptedAt);
            json.WriteString("time", version.Since!.Value.UtcDateTime);
            if (adopted.Result is { } result)
            {
                json.WriteNumber("result", result);
            }

            json.WriteEndObject();
        }

        json.WritePropertyName("document");
        json.WriteRawValue(version.Document.ToBytes());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, long entry, AdoptionRule rule)
    {
        json.WriteStartObject("rule");
        json.WriteNumber("entry", entry);
        json.WritePropertyName("document");
        json.WriteRawValue(rule.ToBytes());
        json.WriteEndObject();
    }

    private static void Purposes(Utf8JsonWriter json, string name, IReadOnlyList<PurposeLine> lines)
    {
        json.WriteStartArray(name);
        foreach (PurposeLine line in lines)
        {
            json.WriteStartObject();
            json.WriteString("purpose", line.Purpose);
            json.WriteString("mandate", line.Mandate);
            json.WriteString("clause", line.Clause.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
