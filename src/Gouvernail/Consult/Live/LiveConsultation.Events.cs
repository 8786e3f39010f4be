using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Live;

public sealed partial class LiveConsultation
{
    internal void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        lock (_gate)
        {
            _state.Apply(position, entry, payload);
            Note(position, entry, payload);
            Interlocked.Exchange(ref _version, position);
        }
    }

    private void Note(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        // What was erased before the log was opened stays hers to know of: that it was there, and not what it said.
        if (entry.Pseudonym is { } pseudonym && (!entry.IsSealed || !payload.IsEmpty))
        {
            Voter who = VoterOf(pseudonym);
            who.Entries.Add(position);
            _positions.Add(position);
            _whose.Add(who);
        }

        switch (entry.Kind)
        {
            case VoteCast.Kind when entry.Pseudonym is not null && VoteCast.Read(payload) is { } cast:
                Cast(VoterOf(entry.Pseudonym), cast, position, entry);
                return;
            case VoteWithdrawn.Kind when entry.Pseudonym is not null && VoteWithdrawn.Read(payload) is { } withdrawn:
                Remove(VoterOf(entry.Pseudonym), mark => _statements[mark.Column] == withdrawn.Statement);
                return;
            case ParticipantAdmitted.Kind when entry.Pseudonym is not null
                && ParticipantAdmitted.Read(payload) is { } admitted:
                Voter voter = VoterOf(entry.Pseudonym);
                voter.Rung = voter.Rung > admitted.Rung ? voter.Rung : admitted.Rung;
                return;
            case DeviceSeen.Kind when entry.Pseudonym is not null && DeviceSeen.Read(payload) is { } seen:
                Voter guest = VoterOf(entry.Pseudonym);
                guest.Devices.Add((position, seen.Device));
                _links.Add(position);
                guest.Invitation = seen.Invitation;
                return;
            case StatementModerated.Kind when StatementModerated.Read(entry) is { } moderated:
                _decisions.Add(new StatementDecision(position, entry.Time, moderated));
                AddColumn(moderated.Statement);
                break;
            case MemberListed.Kind when MemberListed.Read(payload) is { } member:
                _members.Add((position, member));
                _links.Add(position);
                return;
            case StatementProposed.Kind when StatementProposed.Read(payload) is { } proposed:
                AddColumn(proposed.Statement);
                break;
            case ConsultationOpened.Kind:
                _since ??= entry.Time;
                AddColumns();
                break;
            case ConsultationEdited.Kind:
                AddColumns();
                break;
            case Tombstone.Kind when Tombstone.Read(entry) is { } erasure:
                Forget(erasure.Index);
                break;
            default:
                break;
        }

        _view = null;
    }

    private void Cast(Voter voter, VoteCast cast, long position, Entry entry)
    {
        int column = ColumnOf(cast.Statement);
        long time = cast.At ?? entry.Time.ToUnixTimeMilliseconds();
        _hours[time / 3_600_000] = _hours.GetValueOrDefault(time / 3_600_000) + 1;
        var mark = new Mark(column, (sbyte)cast.Vote, cast.Matters, position, time, cast.At is not null);
        int at = voter.Ballots.FindIndex(m => m.Column == column);
        if (at < 0)
        {
            voter.Ballots.Add(mark);
            _news.Add((voter.Row, mark.Column, mark.Vote));
            Count(mark, 1);
            _standing++;
        }
        else if (!mark.IsEarlierThan(voter.Ballots[at]))
        {
            Count(voter.Ballots[at], -1);
            Count(mark, 1);
            voter.Ballots[at] = mark;
            _news.Add((voter.Row, mark.Column, mark.Vote));
        }
    }

    private void Remove(Voter voter, Predicate<Mark> which)
    {
        foreach (Mark mark in voter.Ballots.FindAll(which))
        {
            voter.Ballots.Remove(mark);
            _news.Add((voter.Row, mark.Column, null));
            Count(mark, -1);
            _standing--;
        }
    }

    private void Forget(long position)
    {
        _links.Remove(position);
        _members.RemoveAll(listed => listed.Position == position);
        if (_positions.BinarySearch(position) is not (>= 0 and int at) || !_whose[at].Entries.Remove(position))
        {
            return;
        }

        Voter voter = _whose[at];
        if (voter.Devices.RemoveAll(seen => seen.Position == position) > 0 && voter.Devices.Count == 0)
        {
            voter.Invitation = null;
        }

        // An earlier vote on the same statement does not come back: who erases erases every one of them.
        Remove(voter, mark => mark.Position == position);
        if (voter.Entries.Count == 0)
        {
            _voters.Remove(voter.Pseudonym);
            _order.Remove(voter);
        }
    }

    private void Count(Mark mark, int change)
    {
        VoteCounts counts = _counts[mark.Column];
        _counts[mark.Column] = new VoteCounts(
            counts.Agree + (mark.Vote == 1 ? change : 0),
            counts.Disagree + (mark.Vote == -1 ? change : 0),
            counts.Seen + change);
    }

    private Voter VoterOf(string pseudonym)
    {
        if (!_voters.TryGetValue(pseudonym, out Voter? voter))
        {
            _voters.Add(pseudonym, voter = new Voter(pseudonym, _rows++));
            _order.Add(voter);
        }

        return voter;
    }

    /// <summary>The terms may be others: what waited may belong to the public now.</summary>
    private void AddColumns()
    {
        foreach (ListedStatement listed in _state.InOrder)
        {
            AddColumn(listed.Id);
        }
    }

    /// <summary>A statement has a column once it belongs to the public: most of those that wait never do.</summary>
    private void AddColumn(string statement)
    {
        if (_state.Statements.TryGetValue(statement, out ListedStatement? listed)
            && listed.IsPublic(_state.Opened.Terms.IsStrict))
        {
            _ = ColumnOf(statement);
        }
    }

    private int ColumnOf(string statement)
    {
        if (!_columns.TryGetValue(statement, out int column))
        {
            _columns.Add(statement, column = _statements.Count);
            _statements.Add(statement);
            _counts.Add(default);
        }

        return column;
    }
}
