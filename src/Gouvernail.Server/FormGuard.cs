using Microsoft.AspNetCore.Antiforgery;

namespace Gouvernail.Server;

/// <summary>
/// Refuses what another site could make a browser send: whatever changes something bears a token of ours, unless its
/// endpoint says that it does without (<c>DisableAntiforgery</c>), which only those may that take no form.
/// </summary>
internal static class FormGuard
{
    public static void Add(IServiceCollection services, bool isHttps) => services.AddAntiforgery(options =>
    {
        options.Cookie.Name = isHttps ? "__Host-form" : "form";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.FormFieldName = "token";
        options.HeaderName = "X-Form-Token";
        options.SuppressXFrameOptionsHeader = true;
    });

    public static void Use(WebApplication app)
    {
        app.UseAntiforgery();
        app.Use(next => context => BearsNoToken(context) ? next(context) : LookAsync(context, next));
    }

    /// <summary>True for what changes nothing, and for what may do without.</summary>
    private static bool BearsNoToken(HttpContext context)
    {
        string method = context.Request.Method;
        return HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method)
            // What routing answers by itself, such as 405 and 415, changes nothing.
            || context.GetEndpoint() is not RouteEndpoint endpoint
            || endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };
    }

    private static async Task LookAsync(HttpContext context, RequestDelegate next)
    {
        // Before the token is looked for in it: what cannot be read is told as such, to every endpoint alike.
        await FormBody.ReadAsync(context);
        if (await IsOursAsync(context))
        {
            await next(context);
        }
        else
        {
            await Answer.Problem(Problems.Antiforgery).ExecuteAsync(context);
        }
    }

    private static async ValueTask<bool> IsOursAsync(HttpContext context)
    {
        // ASP.NET has looked already where the endpoint binds a form; everything else is looked at here.
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { } seen)
        {
            Tell(seen.Error);
            return seen.IsValid;
        }

        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException e)
        {
            Tell(e);
            return false;
        }
    }

    /// <summary>A body that could not be read, such as one that is too large, is told as what it is.</summary>
    private static void Tell(Exception? error)
    {
        if (error?.InnerException is BadHttpRequestException unread)
        {
            throw new BadHttpRequestException(unread.Message, unread.StatusCode, unread);
        }
    }
}
