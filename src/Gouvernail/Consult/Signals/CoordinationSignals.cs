using System.Globalization;
using Gouvernail.Consult.Live;

namespace Gouvernail.Consult.Signals;

/// <summary>
/// Looks for what coordinated behaviour leaves behind: a function of the standing votes alone, the same whatever the
/// order of participants.
/// </summary>
public static class CoordinationSignals
{
    private const long Minute = 60_000;
    private const long Window = SignalRules.WindowMinutes * Minute;
    private const int HalfHour = 30;

    /// <summary>The signals among these participants.</summary>
    /// <param name="participants">In the order of their first act.</param>
    public static SignalReport Of(IReadOnlyList<LiveParticipant> participants)
    {
        ArgumentNullException.ThrowIfNull(participants);
        return new SignalReport
        {
            Bursts = Bursts(participants),
            SameVotes = Same(participants),
            Arrivals = ArrivedTogether(participants),
            Shared = Shared(participants),
        };
    }

    /// <summary>
    /// Windows with at least <see cref="SignalRules.FewestVotes"/> votes and more than
    /// <see cref="SignalRules.TimesUsual"/> times the median window: the median, because bursts do not move it.
    /// </summary>
    private static VoteBurst[] Bursts(IReadOnlyList<LiveParticipant> participants)
    {
        var windows = new SortedDictionary<long, (int Votes, int People)>();
        foreach (LiveParticipant participant in participants)
        {
            foreach (IGrouping<long, Ballot> window in participant.Ballots.GroupBy(b => b.Time / Window))
            {
                (int votes, int people) = windows.GetValueOrDefault(window.Key);
                windows[window.Key] = (votes + window.Count(), people + 1);
            }
        }

        if (windows.Count < SignalRules.FewestWindows)
        {
            return [];
        }

        int usual = windows.Values.Select(w => w.Votes).Order().ElementAt((windows.Count - 1) / 2);
        int limit = Math.Max(SignalRules.FewestVotes - 1, SignalRules.TimesUsual * usual);
        return [.. windows.Where(w => w.Value.Votes > limit).Select(w =>
            new VoteBurst(w.Key * Window, w.Value.Votes, w.Value.People, usual, limit))];
    }

    private static SameVotes[] Same(IReadOnlyList<LiveParticipant> participants) =>
        [.. participants
            .Where(p => p.Ballots.Count >= SignalRules.FewestSame)
            .GroupBy(RowOf, StringComparer.Ordinal)
            .Where(row => row.Count() >= SignalRules.FewestPeople)
            .Select(row => new SameVotes(
                [.. row.Select(p => p.Pseudonym)],
                row.First().Ballots.Count,
                row.First().Ballots.Count(b => b.Vote == 1)))
            .OrderByDescending(same => same.Pseudonyms.Count)
            .ThenByDescending(same => same.Votes)];

    /// <summary>Ids of statements hold no line feed: two rows are one text only where they are the same.</summary>
    private static string RowOf(LiveParticipant participant) => string.Join('\n', participant.Ballots
        .OrderBy(b => b.Statement, StringComparer.Ordinal)
        .Select(b => b.Vote.ToString(CultureInfo.InvariantCulture) + " " + b.Statement));

    /// <summary>
    /// Minutes with at least <see cref="SignalRules.FewestArrivals"/> first votes more than
    /// <see cref="SignalRules.TimesExpected"/> times those of a minute in the hour around it: the hour, because people
    /// sleep.
    /// </summary>
    private static Arrivals[] ArrivedTogether(IReadOnlyList<LiveParticipant> participants)
    {
        var minutes = new SortedDictionary<long, List<string>>();
        foreach (LiveParticipant participant in participants.Where(p => p.Ballots.Count > 0))
        {
            long minute = participant.Ballots.Min(b => b.Time) / Minute;
            if (!minutes.TryGetValue(minute, out List<string>? who))
            {
                minutes.Add(minute, who = []);
            }

            who.Add(participant.Pseudonym);
        }

        var found = new List<Arrivals>();
        foreach ((long minute, List<string> who) in minutes)
        {
            if (who.Count < SignalRules.FewestArrivals)
            {
                continue;
            }

            int around = 0;
            for (long other = minute - HalfHour; other <= minute + HalfHour; other++)
            {
                around += other != minute && minutes.TryGetValue(other, out List<string>? others) ? others.Count : 0;
            }

            double expected = around / (2.0 * HalfHour);
            if (who.Count >= SignalRules.FewestArrivals + (SignalRules.TimesExpected * expected))
            {
                found.Add(new Arrivals(minute * Minute, who, expected));
            }
        }

        return [.. found];
    }

    private static SharedInvitation[] Shared(IReadOnlyList<LiveParticipant> participants) =>
        [.. participants
            .Where(p => p.Invitation is not null && p.Devices.Distinct().Count() >= SignalRules.FewestDevices)
            .Select(p => new SharedInvitation(p.Invitation!.Value, p.Pseudonym, p.Devices.Distinct().Count()))
            .OrderByDescending(shared => shared.Devices)
            .ThenBy(shared => shared.Serial)];
}
