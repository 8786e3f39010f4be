using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gouvernail.Server;

/// <summary>A piece of a page: it displays what it is given, in the language of the request, and does nothing else.
/// </summary>
public abstract class View : ComponentBase
{
    /// <summary>The request that is answered.</summary>
    [CascadingParameter]
    public HttpContext HttpContext { get; set; } = default!;

    /// <summary>The language of the request.</summary>
    protected Language Language => Languages.Of(HttpContext);

    /// <summary>The texts beside this view.</summary>
    protected Phrases T => Phrases.Of(GetType(), Language);

    /// <summary>
    /// What was just done, where a redirection of ours said so (<see cref="Answer.SeeOther"/>); else null. A link from
    /// elsewhere says nothing of the kind, as far as the browser tells.
    /// </summary>
    protected string? Notice =>
        HttpContext.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin"
            ? (string?)HttpContext.Request.Query[Answer.NoticeName]
            : null;
}

/// <summary>A whole page, made of one record.</summary>
/// <typeparam name="TSelf">The page itself.</typeparam>
/// <typeparam name="TModel">The record: public and sealed.</typeparam>
public abstract class View<TSelf, TModel> : View
    where TSelf : View<TSelf, TModel>
    where TModel : class
{
    /// <summary>What to show.</summary>
    [Parameter]
    public TModel Model { get; set; } = default!;

#pragma warning disable CA1000 // Said as Home.Show(model): the page's own name leads, and the model's type is checked.
    /// <summary>The page as an answer.</summary>
    public static IResult Show(TModel model, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<TSelf>(new Dictionary<string, object?> { [nameof(Model)] = model })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
#pragma warning restore CA1000
}
