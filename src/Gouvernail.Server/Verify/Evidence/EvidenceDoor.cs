using Gouvernail.Journals;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;

namespace Gouvernail.Server.Verify.Evidence;

/// <summary>
/// Takes evidence from anybody. Signatures take time to check, and the log has one writer, whom voters wait for: what
/// counts for nothing is refused before it is put to it.
/// </summary>
internal sealed class EvidenceDoor(Community community, TimeProvider clock) : IDisposable
{
    /// <summary>What it costs an address to file evidence, in requests.</summary>
    public static readonly RequestCost Cost = new(10);

    private readonly SemaphoreSlim _turns = new(1);

    /// <summary>Files evidence.</summary>
    public async Task<Outcome> FileAsync(string automaton, byte[] envelope, CancellationToken cancellation)
    {
        var act = new FileEvidence(automaton, envelope);
        await _turns.WaitAsync(cancellation);
        try
        {
            string? artefact = GateSubjects.Of(community.RegisterBook, automaton)?.Artefact;
            if (FileEvidence.Decide(community.EvidenceBook, artefact, act, clock.GetUtcNow()).Refusal is { } refusal)
            {
                return new Outcome { Refusal = refusal };
            }
        }
        finally
        {
            _turns.Release();
        }

        return await community.FileEvidenceAsync(act, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();
}
