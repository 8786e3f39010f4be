using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Server.People;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gouvernail.Server.Aggregate.Api;

/// <summary>What programs can ask for, as <c>/openapi.json</c>; it is made when somebody first asks for it.</summary>
internal static class OpenApi
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";
    private const string Device = "device";
    private const string Session = "session";

    private static readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal)
    {
        ["id"] = "The id of the consultation, such as c1, or of the automaton, such as a1.",
        ["petition"] = "The petition's id, such as p1.",
        ["statement"] = "The statement's id, such as 12.",
        ["after"] = "The id at which the last page ended: its `next`. Without it, from the beginning.",
        ["before"] = "The place at which the last page ended: its `next`. Without it, from the last one.",
        ["limit"] = "The most items to answer with.",
        ["card"] = "SHA-256 of the card that the asker holds, in hexadecimal: another card is refused.",
        ["place"] = "The place in the log of what was said.",
        ["key"] = "The id of the key: SHA-256 of its SubjectPublicKeyInfo, in hexadecimal.",
        ["search"] = "Words that all stand somewhere on the card, in any case, with or without accents.",
        ["class"] = "The class that the automaton is held to: instrument, outil or produit.",
        ["purpose"] = "One of its purposes, exactly.",
        ["party"] = "A part of the name of who makes or uses it.",
        ["skip"] = "The id of a statement to put off; may be said several times.",
    };

    public static void Add(IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = description =>
            description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type is { IsEnum: true } type)
            {
                schema.Type = JsonSchemaType.String;
                schema.Enum =
                [
                    .. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name)),
                ];
            }

            // Numbers are sent as numbers, never as texts.
            const JsonSchemaType Either = JsonSchemaType.Integer | JsonSchemaType.String;
            if (schema.Type is { } kind && (kind & Either) == Either)
            {
                schema.Type = kind & ~JsonSchemaType.String;
                schema.Pattern = null;
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            DescribeParameters(operation, context.Description.RelativePath!);
            DescribeAnswers(operation, context.Description.HttpMethod!);
            Protect(operation, context);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = Site.Software,
                Version = "1",
                Description = "Consultations by statements, their votes and their results; whether automata may run. "
                    + "Refusals are application/problem+json with a stable type; docs/api.md has examples.",
            };
            OpenApiComponents components = document.Components ??= new OpenApiComponents();
            components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Device] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Header,
                    Name = "Authorization",
                    Description = "`Device TEXT`, the text being what POST /api/devices answers; or its cookie.",
                },
                [Session] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Cookie,
                    Name = "__Host-role",
                    Description = "The cookie that taking a role's link sets; `role` over http.",
                },
            };
            return Task.CompletedTask;
        });
    });

    public static void Map(WebApplication app) => app.MapOpenApi("/openapi.json");

    /// <summary>Says what each parameter is; those of a path are added where no method binds them.</summary>
    private static void DescribeParameters(OpenApiOperation operation, string path)
    {
        operation.Parameters ??= [];
        foreach (string name in path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1]))
        {
            if (operation.Parameters.All(known => known.Name != name))
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Path,
                    Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }
        }

        foreach (IOpenApiParameter parameter in operation.Parameters)
        {
            parameter.Description = path.Contains("/roles/", StringComparison.Ordinal)
                ? "The holder's id, such as r1."
                : parameter.Name == "id" && path.Contains("/automata/", StringComparison.Ordinal)
                    ? "The automaton's id, such as a1."
                : parameter.Name == "id" && path.Contains("/gate/", StringComparison.Ordinal)
                    ? "The automaton's id, such as a1; or sha256: and the hash of its card."
                : path.Contains("/mandates/", StringComparison.Ordinal) ? "The mandate's id, such as m1."
                : _parameters.GetValueOrDefault(parameter.Name!);
            if (parameter is OpenApiParameter { In: ParameterLocation.Query } query)
            {
                query.Required = false;
            }
        }
    }

    /// <summary>Adds what is answered before an endpoint is reached, and the media type of what it writes itself.
    /// </summary>
    private static void DescribeAnswers(OpenApiOperation operation, string method)
    {
        OpenApiResponses answers = operation.Responses ??= [];
        foreach ((string status, IOpenApiResponse answer) in answers)
        {
            if (status is "200" or "201" && answer is OpenApiResponse { Content: null or { Count: 0 } } bare)
            {
                bare.Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() };
            }
        }

        AddProblem(answers, "429", "Too many requests, or votes, in a short time; Retry-After says for how long");
        if (method != HttpMethods.Get)
        {
            AddProblem(answers, "403", "Sent by a page of another site");
            AddProblem(answers, "503", "The log cannot be written now");
        }

        if (method is "POST" or "PUT")
        {
            AddProblem(answers, "400", "Not understood");
            AddProblem(answers, "415", "Not sent as application/json");
        }
    }

    private static void AddProblem(OpenApiResponses answers, string status, string description) =>
        answers.TryAdd(status, new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType> { [ProblemJson] = new() },
        });

    /// <summary>Says who may: a device, or the holder of a role.</summary>
    private static void Protect(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        NeedsRole? needs = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsRole>().LastOrDefault();
        string? scheme = needs is not null ? Session
            : operation.Responses?.ContainsKey("401") == true ? Device
            : null;
        if (scheme is null)
        {
            return;
        }

        operation.Security =
        [
            new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [],
            },
        ];
        if (needs is not null)
        {
            operation.Description = $"Takes the role {needs.Role}, or a higher one.";
        }
    }
}
