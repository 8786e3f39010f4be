using System.Globalization;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;

namespace Gouvernail.Audits;

/// <summary>
/// Counts the signatures of petitions again, from what every entry says in public: whether each passed when its number
/// was reached, once, and not without it. Signatures that were erased later had been there, and count.
/// </summary>
internal sealed class PetitionAudit(FindingList findings)
{
    private readonly Dictionary<string, Running> _petitions = new(StringComparer.Ordinal);

    /// <summary>Where each signature stands that was not erased yet.</summary>
    private readonly Dictionary<long, (Running Petition, string Pseudonym)> _signatures = [];

    /// <summary>False for an entry that bears a kind of petitions, and says nothing of it.</summary>
    public static bool IsReadable(Entry entry, ReadOnlyMemory<byte> payload) => entry.Kind switch
    {
        PetitionThresholdsSet.Kind => PetitionThresholdsSet.Read(entry) is not null,
        PetitionStarted.Kind => PetitionStarted.Read(entry) is not null,
        PetitionDescribed.Kind => entry is { IsSealed: true, Pseudonym: not null }
            && PetitionDescribed.Read(payload) is not null,
        PetitionSigned.Kind => entry is { IsSealed: true, Pseudonym: not null }
            && PetitionSigned.Read(payload) is not null,
        PetitionSignatureWithdrawn.Kind => entry is { IsSealed: false, Pseudonym: not null },
        PetitionPassed.Kind => PetitionPassed.Read(entry) is not null,
        PetitionDebated.Kind => PetitionDebated.Read(entry) is not null,
        PetitionAnswered.Kind => entry.IsSealed && PetitionAnswered.Read(payload) is not null,
        PetitionClosed.Kind => PetitionClosed.Read(entry) is not null,
        _ => true,
    };

    /// <summary>Takes note of an entry.</summary>
    public void Read(long position, Entry entry)
    {
        if (entry.Kind == Tombstone.Kind)
        {
            if (Tombstone.Read(entry) is { } erasure
                && _signatures.Remove(erasure.Index, out (Running Petition, string Pseudonym) erased)
                && erased.Petition.Standing.GetValueOrDefault(erased.Pseudonym, -1) == erasure.Index)
            {
                erased.Petition.Standing.Remove(erased.Pseudonym);
            }

            return;
        }

        if (entry.Consultation is not { } id || !PetitionList.Concerns(entry))
        {
            return;
        }

        if (entry.Kind == PetitionStarted.Kind && PetitionStarted.Read(entry) is { } started)
        {
            if (!_petitions.TryAdd(id, new Running(started)))
            {
                findings.Mismatch(
                    $"entry {position} starts petition {id} once more",
                    $"l’entrée {position} lance une nouvelle fois la pétition {id}");
            }
        }
        else if (!_petitions.TryGetValue(id, out Running? petition))
        {
            findings.Mismatch(
                $"entry {position} is about petition {id}, which has not started",
                $"l’entrée {position} porte sur la pétition {id}, qui n’a pas commencé");
        }
        else
        {
            Read(position, entry, id, petition);
        }
    }

    /// <summary>No petition may have its signatures at the end and not have passed.</summary>
    public void Finish()
    {
        foreach ((string id, _) in _petitions.Where(pair => pair.Value.IsDue))
        {
            findings.Mismatch(
                $"petition {id} has its signatures, and the log ends before it has passed",
                $"la pétition {id} a ses signatures, et le registre finit avant qu’elle ait abouti");
        }
    }

    private void Read(long position, Entry entry, string id, Running petition)
    {
        // The signature that makes the number and what it brings about are one act.
        if (petition.IsDue && entry.Kind != PetitionPassed.Kind)
        {
            findings.Mismatch(
                $"petition {id} had its signatures before entry {position}, and did not pass",
                $"la pétition {id} avait ses signatures avant l’entrée {position}, et n’a pas abouti");
            petition.IsTold = true;
        }

        switch (entry.Kind)
        {
            case PetitionSigned.Kind when entry.Pseudonym is { } who:
                _signatures[position] = (petition, who);
                if (petition.Closed || entry.Time >= petition.Started.Until || !petition.Standing.TryAdd(who, position))
                {
                    findings.Mismatch(
                        $"the signature at {position} came too late for petition {id}, or is its person’s second",
                        $"la signature inscrite en {position} vient trop tard pour la pétition {id}, ou est la seconde "
                            + "de sa personne");
                }

                break;
            case PetitionSignatureWithdrawn.Kind when entry.Pseudonym is { } who:
                petition.Standing.Remove(who);
                break;
            case PetitionPassed.Kind when PetitionPassed.Read(entry) is { } passed:
                if (petition.Passed || petition.Standing.Count < petition.Started.Threshold
                    || passed.Signatures != petition.Standing.Count || passed.Effect != petition.Started.Effect)
                {
                    string count = petition.Standing.Count.ToString(CultureInfo.InvariantCulture);
                    findings.Mismatch(
                        $"entry {position} says that petition {id} passed; it had {count} signatures of "
                            + $"{petition.Started.Threshold}, or had passed before",
                        $"l’entrée {position} dit que la pétition {id} a abouti\u00a0; elle avait {count} signatures "
                            + $"sur {petition.Started.Threshold}, ou avait déjà abouti");
                }

                petition.Passed = true;
                break;
            case PetitionClosed.Kind:
                petition.Closed = true;
                break;
            default:
                break;
        }
    }

    private sealed class Running(PetitionStarted started)
    {
        public PetitionStarted Started => started;

        /// <summary>The place of the signature of each person who has signed.</summary>
        public Dictionary<string, long> Standing { get; } = new(StringComparer.Ordinal);

        public bool Passed { get; set; }

        public bool Closed { get; set; }

        public bool IsTold { get; set; }

        public bool IsDue => !Passed && !IsTold && Standing.Count >= Started.Threshold;
    }
}
