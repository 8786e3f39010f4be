
namespace Gouvernail.Server.Consult.Voting;

/// <summary>
/// Coming in by an invitation: its link, or its code. Every wrong code gets the same answer, and every try
/// costs its address as much as five pages; a hall full of people with right ones still comes in.
/// </summary>
internal static class EntryEndpoints
{
    private static readonly RequestCost _cost = new(5);

    public static void Map(WebApplication app)
    {
        app.MapGet("/c/{id}/i/{code}", Follow).WithMetadata(_cost);
        app.MapPost("/c/{id}/code", EnterAsync).WithMetadata(_cost);
    }

    private static IResult Follow(HttpContext context, Visits visits, string id, string code)
    {
        // The code is in the address: nothing there may pass it on, or keep it.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store";
        return Enter(context, visits, id, code);
    }

    private static async Task<IResult> EnterAsync(HttpContext context, Visits visits, string id)
    {
        IFormCollection fields = await FormBody.ReadAsync(context);
        return Enter(context, visits, id, fields["code"].ToString());
    }

    private static IResult Enter(HttpContext context, Visits visits, string id, string code)
    {
        if (visits.ViewOf(id) is null)
        {
            return Answer.NotFound();
        }

        if (visits.TryEnter(context, id, code))
        {
            return Answer.SeeOther("/c/" + id, "entered");
        }

        return visits.Of(context, id) is { } visit
            ? QuestionPage.Show(
                QuestionModel.Of(visit) with { WrongCode = code, TakesCodes = true, IsAdmitted = false },
                StatusCodes.Status403Forbidden)
            : Answer.NotFound();
    }
}
