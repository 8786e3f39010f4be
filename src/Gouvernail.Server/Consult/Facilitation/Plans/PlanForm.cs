using System.Globalization;
using Gouvernail.Consult.Consultations;

namespace Gouvernail.Server.Consult.Facilitation.Plans;

/// <summary>How a consultation is to stand, as a form has it: every part of it, or some.</summary>
public sealed record PlanForm
{
    /// <summary>The question put to people.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Why it is asked.</summary>
    public string Description { get; init; } = "";

    /// <summary>Who asks.</summary>
    public string Organiser { get; init; } = "";

    /// <summary>What will be done with the answers.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Who may take part.</summary>
    public IReadOnlyList<Rung> Admits { get; init; } = [];

    /// <summary>True where participants may put statements forward.</summary>
    public bool TakesStatements { get; init; }

    /// <summary>True where a statement is shown only once it was accepted.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The most characters of a statement, as typed.</summary>
    public string Length { get; init; } = "";

    /// <summary>True where results are shown only once the consultation is closed.</summary>
    public bool HidesResults { get; init; }

    /// <summary>True where the public may open the statements.</summary>
    public bool PublishesStatements { get; init; }

    /// <summary>True where the public may open the votes.</summary>
    public bool PublishesVotes { get; init; }

    /// <summary>Sites that may show it in a frame, one a line.</summary>
    public string Hosts { get; init; } = "";

    /// <summary>A new consultation before anybody typed anything.</summary>
    public static ConsultationOpened Usual { get; } =
        new("", "", "", Publication.Statements | Publication.Votes);

    /// <summary>The form of a consultation as it stands.</summary>
    public static PlanForm Of(ConsultationOpened plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanForm
        {
            Topic = plan.Topic,
            Description = plan.Description,
            Organiser = plan.Terms.Organiser,
            Outcome = plan.Terms.Outcome,
            Admits = plan.Terms.Admits,
            TakesStatements = plan.Terms.TakesStatements,
            IsStrict = plan.Terms.IsStrict,
            Length = plan.Terms.StatementLength.ToString(CultureInfo.InvariantCulture),
            HidesResults = plan.Terms.Results == ResultsShown.Closed,
            PublishesStatements = plan.Publishes.HasFlag(Publication.Statements),
            PublishesVotes = plan.Publishes.HasFlag(Publication.Votes),
            Hosts = string.Join('\n', plan.Terms.Hosts),
        };
    }

    /// <summary>What was sent, over what stood before: a part that was not sent stays.</summary>
    public static PlanForm Read(IFormCollection form, PlanForm before)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(before);
        string Text(string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();
        bool Has(string part) => form["part"].Contains(part);
        PlanForm read = before;
        if (Has("question"))
        {
            read = read with
            {
                Topic = Text("topic"),
                Description = Text("description"),
                Organiser = Text("organiser"),
                Outcome = Text("outcome"),
            };
        }

        if (Has("admits"))
        {
            read = read with { Admits = [.. Rungs.All.Where(rung => form["admits"].Contains(rung.Word()))] };
        }

        return !Has("rest") ? read : read with
        {
            TakesStatements = Text("takes") == "yes",
            IsStrict = Text("strict") == "yes",
            Length = Text("length"),
            HidesResults = Text("results") == "closed",
            PublishesStatements = Text("publish-statements") == "yes",
            PublishesVotes = Text("publish-votes") == "yes",
            Hosts = Text("hosts"),
        };
    }

    /// <summary>The plan, of which the rules of the log are the judge.</summary>
    public ConsultationOpened ToPlan(string url, string by) => new(Topic, Description, url, Publishes)
    {
        By = by,
        Terms = new Terms
        {
            Organiser = Organiser,
            Outcome = Outcome,
            Admits = Admits,
            TakesStatements = TakesStatements,
            IsStrict = IsStrict,
            Results = HidesResults ? ResultsShown.Closed : ResultsShown.Live,
            StatementLength = int.TryParse(Length, NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                ? length
                : 0,
            Hosts = Hosts.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        },
    };

    private Publication Publishes => (PublishesStatements ? Publication.Statements : Publication.Nothing)
        | (PublishesVotes ? Publication.Votes : Publication.Nothing);
}
