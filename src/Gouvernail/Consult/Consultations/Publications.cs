using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// Which sealed entries of a log are opened to the public: what each consultation says it publishes, as it stands at
/// the end of the log. Where results are shown once it is closed, votes are published no earlier.
/// </summary>
public sealed class Publications
{
    private readonly Dictionary<string, (ConsultationOpened Plan, Stage Stage)> _plans = new(StringComparer.Ordinal);

    /// <summary>
    /// True where results count sealed entries of this kind. The others, such as drafts and lists of members, are
    /// nobody's business but the community's.
    /// </summary>
    public static bool Counts(string kind) => kind
        is VoteCast.Kind or VoteWithdrawn.Kind or ParticipantAdmitted.Kind or StatementProposed.Kind;

    /// <summary>True for an entry that <see cref="Apply"/> needs to see, by its bytes alone.</summary>
    public static bool Matters(ReadOnlySpan<byte> entry) =>
        entry.IndexOf("\"kind\":\"consultation-"u8) >= 0 || entry.IndexOf("\"kind\":\"stage-changed\""u8) >= 0;

    /// <summary>The same, which later entries do not change.</summary>
    public Publications Copy()
    {
        var copy = new Publications();
        foreach ((string id, (ConsultationOpened Plan, Stage Stage) it) in _plans)
        {
            copy._plans.Add(id, it);
        }

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

        if (!_plans.TryGetValue(id, out (ConsultationOpened Plan, Stage Stage) before))
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

    /// <summary>True where an entry of this kind is published.</summary>
    public bool Allow(string? consultation, string kind) =>
        consultation is not null && _plans.TryGetValue(consultation, out (ConsultationOpened Plan, Stage Stage) it)
        && kind switch
        {
            StatementProposed.Kind => it.Plan.Publishes.HasFlag(Publication.Statements),
            VoteCast.Kind or VoteWithdrawn.Kind or ParticipantAdmitted.Kind =>
                it.Plan.Publishes.HasFlag(Publication.Votes)
                && (it.Plan.Terms.Results == ResultsShown.Live || it.Stage.IsOver()),
            _ => false,
        };
}
