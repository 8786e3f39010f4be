using Gouvernail.Consult.Consultations;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>A consultation's first page: what is asked, why, by whom, and what becomes of the answers.</summary>
/// <param name="Here">Where the page is.</param>
/// <param name="Opened">How it stands: question, reasons, terms.</param>
/// <param name="Stage">Where it is in its life.</param>
/// <param name="StageReason">Why it was paused or closed; may be empty.</param>
public sealed record QuestionModel(Here Here, ConsultationOpened Opened, Stage Stage, string StageReason)
{
    /// <summary>True where the visitor may take part.</summary>
    public bool IsAdmitted { get; init; }

    /// <summary>True where a code would let them.</summary>
    public bool TakesCodes { get; init; }

    /// <summary>True where results are shown.</summary>
    public bool ShowsResults { get; init; }

    /// <summary>How many people voted.</summary>
    public int People { get; init; }

    /// <summary>How many votes stand.</summary>
    public int Votes { get; init; }

    /// <summary>How many statements are shown.</summary>
    public int Statements { get; init; }

    /// <summary>How many votes of the visitor's own stand.</summary>
    public int Own { get; init; }

    /// <summary>True where the visitor's personal invitation has been used on another device too.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>A code that did not let them in, as they typed it; null for none.</summary>
    public string? WrongCode { get; init; }

    /// <summary>The paragraphs of why it is asked.</summary>
    public IReadOnlyList<string> Paragraphs =>
        Opened.Description.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal static QuestionModel Of(Visit visit) =>
        new(Here.Of(visit), visit.View.Opened, visit.View.Stage, visit.View.StageReason)
        {
            IsAdmitted = visit.IsAdmitted,
            TakesCodes = !visit.IsFramed
                && (visit.View.Opened.Terms.Allows(Rung.Code) || visit.View.Opened.Terms.Allows(Rung.Member)),
            ShowsResults = visit.View.ShowsResults,
            People = visit.Live.VoterCount(),
            Votes = visit.Live.VoteCount,
            Statements = visit.View.Shown.Count(),
            Own = visit.Participant()?.Ballots.Count ?? 0,
            IsElsewhere = visit.IsElsewhere,
        };
}
