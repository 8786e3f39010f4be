using System.Globalization;
using Gouvernail.Choice;
using Gouvernail.Consult.Invitations;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

public sealed partial record Consultation
{
    /// <summary>The consultation that begins with an entry; null where none does.</summary>
    internal static Consultation? Begin(Entry entry, ReadOnlyMemory<byte> payload) =>
        entry.Consultation is not { } id ? null
        : ConsultationOpened.Read(entry) is { } opened ? new Consultation(id) { Opened = opened, Stage = Stage.Open }
        : entry.Kind != ConsultationDrafted.Kind ? null
        // A draft that was erased keeps its number.
        : new Consultation(id)
        {
            Opened = ConsultationDrafted.Read(payload)?.Plan ?? new("", "", "", Publication.Nothing),
        };

    /// <summary>Takes note of an entry of this consultation.</summary>
    internal void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        switch (entry.Kind)
        {
            case VoteCast.Kind:
                Votes++;
                break;
            case StatementProposed.Kind when StatementProposed.Read(payload) is { } proposed:
                Add(new ListedStatement(proposed.Statement, position, proposed.Text)
                {
                    Author = entry.Pseudonym,
                    IsSeed = proposed.IsSeed,
                    Time = proposed.At ?? entry.Time.ToUnixTimeMilliseconds(),
                });
                break;
            case StatementProposed.Kind:
                // An erased one bore a number too, and votes on it may be left: nobody else gets it.
                HighestStatement++;
                break;
            case StatementModerated.Kind when StatementModerated.Read(entry) is { } moderated:
                if (_statements.TryGetValue(moderated.Statement, out ListedStatement? statement))
                {
                    _statements[moderated.Statement] = statement with
                    {
                        Decision = moderated,
                        Decided = entry.Time.ToUnixTimeMilliseconds(),
                        WasAccepted = statement.WasAccepted || moderated.Moderation == Moderation.Accepted,
                    };
                }

                break;
            case ParticipantAdmitted.Kind when entry.Pseudonym is not null
                && ParticipantAdmitted.Read(payload) is { } admitted:
                Admit(entry.Pseudonym, admitted.Rung, position);
                break;
            case DeviceSeen.Kind when entry.Pseudonym is not null && DeviceSeen.Read(payload) is { } seen:
                Seen(entry.Pseudonym, seen.Device);
                break;
            case Tombstone.Kind when Tombstone.Read(entry) is { } erasure:
                Forget(erasure.Index);
                break;
            default:
                ApplyPreparation(entry, payload);
                break;
        }
    }

    internal void Add(ListedStatement statement)
    {
        if (_statements.TryAdd(statement.Id, statement))
        {
            _order.Add(statement.Id);
        }

        if (long.TryParse(statement.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number < long.MaxValue)
        {
            HighestStatement = Math.Max(HighestStatement, number);
        }
    }

    internal void Add(InvitationsIssued invitations) => _invitations.Add(invitations);

    internal void Add(InvitationsRevoked revoked) => _revoked.Add(revoked);

    internal void Admit(string pseudonym, Rung rung, long position)
    {
        if (!_admitted.TryGetValue(pseudonym, out Admission? before))
        {
            _admitted.Add(pseudonym, new Admission(rung, position));
        }
        else if (rung > before.Rung)
        {
            _admitted[pseudonym] = before.Raised(rung, position);
        }
    }

    internal void Seen(string pseudonym, string device)
    {
        if (_admitted.TryGetValue(pseudonym, out Admission? admission))
        {
            admission.Add(device);
        }
    }

    private void ApplyPreparation(Entry entry, ReadOnlyMemory<byte> payload)
    {
        if (entry.Kind == ConsultationDrafted.Kind && Stage == Stage.Draft
            && ConsultationDrafted.Read(payload) is { } drafted)
        {
            Opened = drafted.Plan;
        }
        else if (Stage == Stage.Draft && ConsultationOpened.Read(entry) is { } opened)
        {
            Opened = opened;
            Stage = Stage.Open;
        }
        else if (ConsultationEdited.Read(entry) is { } edited)
        {
            Opened = edited.Plan;
        }
        else if (StageChanged.Read(entry) is { } changed)
        {
            Stage = changed.Stage;
            StageReason = changed.Reason;
        }
        else if (InvitationsIssued.Read(entry) is { } issued)
        {
            Add(issued);
        }
        else if (InvitationsRevoked.Read(entry) is { } revoked)
        {
            Add(revoked);
        }
    }

    /// <summary>Forgets what was sealed at a place: who reads the log later cannot know it.</summary>
    private void Forget(long position)
    {
        if (_statements.Values.FirstOrDefault(s => s.Position == position) is { } statement)
        {
            _statements.Remove(statement.Id);
            _order.Remove(statement.Id);
            return;
        }

        foreach ((string pseudonym, Admission admission) in _admitted)
        {
            if (admission.Position == position)
            {
                _admitted.Remove(pseudonym);
                return;
            }
        }
    }
}
