using System.Runtime.ExceptionServices;
using Gouvernail.Journals;

namespace Gouvernail.Server;

/// <summary>Reads what a community knows, between two acts.</summary>
internal static class Looking
{
    private static readonly Wording _nothingAsked = new("nothing was asked for", "rien n’a été demandé");

    /// <summary>What a page needs to know, taken while no act is under way.</summary>
    /// <param name="community">The community.</param>
    /// <param name="look">Copies what is needed: quick, and nothing of the community's own lists.</param>
    /// <param name="cancellation">Withdraws the question.</param>
    /// <exception cref="JournalException">The log cannot be read now.</exception>
    public static async Task<T> LookAsync<T>(
        this Community community, Func<Community, T> look, CancellationToken cancellation = default)
    {
        var seen = new (bool Is, T Value)[1];
        ExceptionDispatchInfo? defect = null;
        Outcome outcome = await community.Journal.SubmitAsync(
            _ =>
            {
                try
                {
                    seen[0] = (true, look(community));
                }
#pragma warning disable CA1031 // A page that cannot be made must not make the journal read the whole log again.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    defect = ExceptionDispatchInfo.Capture(e);
                }

                return Decision.Refuse("looked", _nothingAsked);
            },
            cancellation);
        defect?.Throw();
        return seen[0].Is ? seen[0].Value : throw new JournalException(JournalFault.Behind, outcome.Refusal!.Reason);
    }
}
