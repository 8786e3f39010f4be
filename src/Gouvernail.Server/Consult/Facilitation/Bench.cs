using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation;

/// <summary>What every page on one consultation has around it.</summary>
/// <param name="Id">The consultation's id.</param>
/// <param name="Topic">The question.</param>
/// <param name="Stage">Where it is in its life.</param>
/// <param name="Role">The role of who looks.</param>
/// <param name="Waiting">Statements that wait for moderation.</param>
/// <param name="Guide">The way to the first open consultation; null where there has been one.</param>
public sealed record Bench(string Id, string Topic, Stage Stage, Role Role, int Waiting, Guide? Guide)
{
    /// <summary>Why nothing was done; null where there is nothing to say.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>True for who may change the consultation.</summary>
    public bool Facilitates => Role >= Role.Facilitator;

    /// <summary>True for who may moderate.</summary>
    public bool Moderates => Role >= Role.Moderator;

    /// <summary>The path of its pages for facilitators.</summary>
    public string Path => "/facilitate/" + Id;

    /// <summary>The consultation of a request, with what stands around its pages; null where there is none.</summary>
    internal static (LiveConsultation Live, ConsultationView View, Bench Bench)? Of(
        Community community, HttpContext context, string id)
    {
        if (!community.Live.TryGet(id, out LiveConsultation? live))
        {
            return null;
        }

        ConsultationView view = live.View();
        return (live, view, new Bench(
            id, view.Opened.Topic, view.Stage, context.Holder().Role, WaitingIn(view), Guide.Of(community)));
    }

    /// <summary>How many statements of participants nobody has decided on.</summary>
    internal static int WaitingIn(ConsultationView view) => view.Statements.Count(IsWaiting);

    /// <summary>True for a participant's statement on which nobody has decided.</summary>
    internal static bool IsWaiting(ListedStatement statement) =>
        !statement.IsSeed && statement.Decision.Moderation == Choice.Moderation.Unmoderated;
}
