using Gouvernail.Choice;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Consult.Consultations;

/// <summary>Asks to take over a conversation that was held elsewhere: whole or not at all.</summary>
/// <param name="Conversation">The conversation, with its history where there is one.</param>
/// <param name="Publishes">What the public may open.</param>
/// <param name="Key">A fresh key for its pseudonyms (<see cref="Pseudonyms.NewKey"/>).</param>
public sealed record ImportConversation(Conversation Conversation, Publication Publishes, byte[] Key)
{
    /// <summary>On what terms people take part from now on.</summary>
    public Terms Terms { get; init; } = new();

    /// <summary>Told the share of votes logged, 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Who takes it over: a holder of a role; null for whoever runs the machine.</summary>
    public string? By { get; init; }

    /// <summary>What an imported participant is to the community: the id by which the other tool knew them.</summary>
    public static string PersonOf(string participant) => "imported:" + participant;

    /// <summary>Decides.</summary>
    /// <param name="state">The consultations so far.</param>
    /// <param name="act">What is asked for.</param>
    /// <param name="cancellation">Stops the import, of which nothing is then logged.</param>
    public static Decision Decide(
        ConsultationList state, ImportConversation act, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        Conversation conversation = act.Conversation;
        var opened = new ConsultationOpened(
            conversation.Topic, conversation.Description, conversation.Url, act.Publishes)
        {
            Terms = act.Terms,
            By = act.By,
        };
        Decision opening = OpenConsultation.Decide(state, new OpenConsultation(null, opened, act.Key));
        return opening.Refusal is not null ? opening
            : Decision.Log(opening.Events.Concat(act.Events(state.NextId, cancellation)));
    }

    private IEnumerable<Draft> Events(string id, CancellationToken cancellation)
    {
        var pseudonyms = new Pseudonyms(Key);
        foreach (Statement statement in Conversation.Statements)
        {
            string? author = statement.Author.Length == 0 ? null : pseudonyms.Of(PersonOf(statement.Author));
            yield return new StatementProposed(statement.Id, statement.Text, statement.IsSeed, statement.Time)
                .ToDraft(id, author);
            if (statement.Moderation != Moderation.Unmoderated || statement.IsMeta)
            {
                yield return new StatementModerated(statement.Id, statement.Moderation, statement.IsMeta).ToDraft(id);
            }
        }

        string[] people = [.. Conversation.Votes.Participants.Select(p => pseudonyms.Of(PersonOf(p)))];
        long done = 0;
        long all = Math.Max(1, Conversation.History?.Cells.Length ?? Conversation.Votes.VoteCount);
        foreach ((int row, int cell, long? time) in Votes())
        {
            if (done++ % 1024 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                Progress?.Report((double)done / all);
            }

            string statement = Conversation.Statements[VoteTable.StatementOf(cell)].Id;
            yield return new VoteCast(statement, VoteTable.VoteOf(cell), time).ToDraft(id, people[row]);
        }
    }

    private IEnumerable<(int Row, int Cell, long? Time)> Votes()
    {
        if (Conversation.History is { } history)
        {
            for (int e = 0; e < history.Cells.Length; e++)
            {
                yield return (history.Participants[e], history.Cells[e], history.Times?[e]);
            }

            yield break;
        }

        for (int row = 0; row < Conversation.Votes.Participants.Count; row++)
        {
            int count = Conversation.Votes.Row(row).Length;
            for (int i = 0; i < count; i++)
            {
                yield return (row, Conversation.Votes.Row(row)[i], null);
            }
        }
    }
}
