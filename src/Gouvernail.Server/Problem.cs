using Gouvernail.Journals;

namespace Gouvernail.Server;

/// <summary>A kind of no, with an address where it is explained: <c>/problems/CODE</c>.</summary>
/// <param name="Code">A stable code in lower case with dashes.</param>
/// <param name="Status">The HTTP status that goes with it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Meaning">What it means, and what to do.</param>
public sealed record Problem(string Code, int Status, Wording Title, Wording Meaning)
{
    /// <summary>The stable address of its kind.</summary>
    public string Type => "/problems/" + Code;

    /// <summary>The problem that a refusal is: the log's rules say no to something well formed, unless known better.
    /// </summary>
    public static Problem Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return Problems.TryGet(refusal.Code)
            ?? new Problem(refusal.Code, StatusCodes.Status409Conflict, Problems.Refused.Title, refusal.Reason);
    }
}
