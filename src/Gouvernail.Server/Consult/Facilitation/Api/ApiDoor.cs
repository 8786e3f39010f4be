using System.Text.Json;
using System.Text.Json.Serialization;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Gouvernail.Server.Consult.Facilitation.Api;

/// <summary>
/// The way in for programs that act with a facilitator's session. There is no form's token: <see cref="ApiGuard"/>
/// stands in for it.
/// </summary>
internal static class ApiDoor
{
    private const string Json = "application/json";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Maps an act.</summary>
    /// <typeparam name="T">What is sent.</typeparam>
    /// <param name="app">The application.</param>
    /// <param name="path">The path below <c>/api/facilitate</c>.</param>
    /// <param name="name">What programs call it.</param>
    /// <param name="summary">What it does, in a sentence.</param>
    /// <param name="role">The role that it takes.</param>
    /// <param name="act">Does it; gives the outcome, and what more to say of it: a name and a value, or null.</param>
    public static void MapAct<T>(
        WebApplication app,
        string path,
        string name,
        string summary,
        Role role,
        Func<T, HttpContext, Task<(Outcome Outcome, string? Name, string? Value)>> act)
        where T : class =>
        app.MapPost("/api/facilitate" + path, (RequestDelegate)(context => AnswerAsync(context, act)))
            .Needs(role)
            .WithMetadata(new BodyLimit(4 << 20), ApiGuard.Mark)
            // Only what has a method is described in /openapi.json.
            .WithMetadata(act.Method)
            .WithName(name).WithSummary(summary).WithTags("Facilitation")
            .WithMetadata(
                new AcceptsMetadata([Json], typeof(T)),
                new ProducesResponseTypeMetadata(StatusCodes.Status200OK),
                Refuses(StatusCodes.Status400BadRequest),
                Refuses(StatusCodes.Status403Forbidden),
                Refuses(StatusCodes.Status409Conflict),
                Refuses(StatusCodes.Status415UnsupportedMediaType))
            .DisableAntiforgery();

    private static ProducesResponseTypeMetadata Refuses(int status) =>
        new(status, typeof(ProblemDetails), ["application/problem+json"]);

    private static async Task AnswerAsync<T>(
        HttpContext context, Func<T, HttpContext, Task<(Outcome Outcome, string? Name, string? Value)>> act)
        where T : class
    {
        T? request;
        try
        {
            request = await context.Request.ReadFromJsonAsync<T>(_json, context.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or in an encoding that nobody knows.
            request = null;
        }

        if (request is null)
        {
            await Answer.Problem(Problems.BadRequest).ExecuteAsync(context);
            return;
        }

        (Outcome outcome, string? name, string? value) = await act(request, context);
        if (outcome.Refusal is { } refusal)
        {
            await Answer.Refused(refusal).ExecuteAsync(context);
            return;
        }

        context.Response.ContentType = Json;
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteNumber("first", outcome.First);
        json.WriteNumber("entries", outcome.Count);
        if (name is not null)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }
}
