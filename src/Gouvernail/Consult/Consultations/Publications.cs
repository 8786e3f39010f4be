using Gouvernail.Choice;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// Which sealed entries of a log are opened to the public: what each consultation says it publishes, as it stands at
/// the end of the log. Where results are shown once it is closed, votes are published no earlier; where moderation is
/// strict, participants' statements are published once they were accepted.
/// </summary>
/// <param name="open">Kinds of sealed entries that are always published: they are sealed to be erasable, not to be
/// hidden.</param>
public sealed class Publications(IReadOnlySet<string> open)
{
    private readonly Dictionary<string, (ConsultationOpened Plan, Stage Stage)> _plans = new(StringComparer.Ordinal);
    private readonly HashSet<(string Consultation, string Statement)> _accepted = [];

    /// <summary>
    /// True where results count sealed entries of this kind. The others, such as drafts and lists of members, are
    /// nobody's business but the community's.
    /// </summary>
    public static bool Counts(string kind) => kind
        is VoteCast.Kind or VoteWithdrawn.Kind or ParticipantAdmitted.Kind or StatementProposed.Kind;

    /// <summary>True for an entry that <see cref="Apply"/> needs to see, by its bytes alone.</summary>
    public static bool Matters(ReadOnlySpan<byte> entry) =>
        entry.IndexOf("\"kind\":\"consultation-"u8) >= 0 || entry.IndexOf("\"kind\":\"stage-changed\""u8) >= 0
        || entry.IndexOf("\"kind\":\"statement-moderated\""u8) >= 0;

    /// <summary>The same, which later entries do not change.</summary>
    public Publications Copy()
    {
        var copy = new Publications(open);
        foreach ((string id, (ConsultationOpened Plan, Stage Stage) it) in _plans)
        {
            copy._plans.Add(id, it);
        }

        copy._accepted.UnionWith(_accepted);
        return copy;
    }

    /// <summary>Takes note of an entry.</summary>
    public void Apply(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Consultation is not { } id)
        {
            return;
        }

        if (StatementModerated.Read(entry) is { } moderated)
        {
            if (moderated.Moderation == Moderation.Accepted)
            {
                _accepted.Add((id, moderated.Statement));
            }
        }
        else if (!_plans.TryGetValue(id, out (ConsultationOpened Plan, Stage Stage) before))
        {
            if (ConsultationOpened.Read(entry) is { } opened)
            {
                _plans.Add(id, (opened, Stage.Open));
            }
        }
        else if (ConsultationEdited.Read(entry) is { } edited)
        {
            _plans[id] = before with { Plan = edited.Plan };
        }
        else if (StageChanged.Read(entry) is { } changed)
        {
            _plans[id] = before with { Stage = changed.Stage };
        }
    }

    /// <summary>True where a consultation was put to people; a draft may stay one for ever.</summary>
    public bool HasOpened(string? consultation) => consultation is not null && _plans.ContainsKey(consultation);

    /// <summary>True where an entry is published.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="payload">What it sealed.</param>
    public bool Allow(Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Allow(entry.Consultation, entry.Kind)
            && (entry.Kind != StatementProposed.Kind || !IsStrict(entry.Consultation)
                || (StatementProposed.Read(payload) is { } proposed
                    && (proposed.IsSeed || _accepted.Contains((entry.Consultation!, proposed.Statement)))));
    }

    /// <summary>True where some entries of this kind are published, and others are not yet or never.</summary>
    public bool IsPartial(string? consultation, string kind) =>
        kind == StatementProposed.Kind && IsStrict(consultation);

    /// <summary>True where entries of this kind are published, those apart that moderation holds back.</summary>
    public bool Allow(string? consultation, string kind) =>
        open.Contains(kind)
        || (consultation is not null && _plans.TryGetValue(consultation, out (ConsultationOpened Plan, Stage Stage) it)
        && kind switch
        {
            StatementProposed.Kind => it.Plan.Publishes.HasFlag(Publication.Statements),
            VoteCast.Kind or VoteWithdrawn.Kind or ParticipantAdmitted.Kind =>
                it.Plan.Publishes.HasFlag(Publication.Votes)
                && (it.Plan.Terms.Results == ResultsShown.Live || it.Stage.IsOver()),
            _ => false,
        });

    private bool IsStrict(string? consultation) =>
        consultation is not null && _plans.TryGetValue(consultation, out (ConsultationOpened Plan, Stage Stage) it)
        && it.Plan.Terms.IsStrict;
}
