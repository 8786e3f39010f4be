using System.Text.RegularExpressions;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>A petition as a form has it.</summary>
public sealed partial record PetitionForm
{
    /// <summary>The effect's word.</summary>
    public string Effect { get; init; } = "";

    /// <summary>The automaton's id; may be empty.</summary>
    public string Automaton { get; init; } = "";

    /// <summary>What is asked, in a line.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is asked, and why.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who asks.</summary>
    public string AskedBy { get; init; } = "";

    /// <summary>When a gathering starts; empty for none.</summary>
    public string Start { get; init; } = "";

    /// <summary>When it ends; may be empty.</summary>
    public string End { get; init; } = "";

    /// <summary>Where it is; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Its programme, a line each, with the time first.</summary>
    public string Programme { get; init; } = "";

    /// <summary>The form that was sent.</summary>
    public static PetitionForm Read(IFormCollection fields) => new()
    {
        Effect = fields["effect"].ToString(),
        Automaton = fields["automaton"].ToString().Trim(),
        Title = fields["title"].ToString(),
        Text = fields["text"].ToString(),
        AskedBy = fields["asked-by"].ToString(),
        Start = fields["start"].ToString(),
        End = fields["end"].ToString(),
        Place = fields["place"].ToString(),
        Programme = fields["programme"].ToString(),
    };

    /// <summary>The form of a petition as it stands.</summary>
    public static PetitionForm Of(Petition petition)
    {
        ArgumentNullException.ThrowIfNull(petition);
        PetitionDescribed? said = petition.Description;
        PetitionGathering? called = said?.Gathering;
        return new PetitionForm
        {
            Effect = petition.Started.Effect.Word(),
            Automaton = petition.Started.Automaton ?? "",
            Title = said?.Title ?? "",
            Text = said?.Text ?? "",
            AskedBy = said?.AskedBy ?? "",
            Start = called is null ? "" : PetitionGathering.Format(called.Start),
            End = called?.End is { } end ? PetitionGathering.Format(end) : "",
            Place = called?.Place ?? "",
            Programme = string.Join('\n', called?.Programme.Select(item => $"{item.Time} {item.Text}".Trim()) ?? []),
        };
    }

    /// <summary>What the petition is to say; or why the form cannot be read.</summary>
    public (PetitionDescribed? Description, Refusal? Refusal) ToDescription(Language language)
    {
        PetitionGathering? gathering = null;
        if (Start.Length + End.Length + Place.Trim().Length + Programme.Trim().Length > 0)
        {
            if (PetitionGathering.Parse(Start) is not { } start)
            {
                return (null, new Refusal("no-start", new(
                    "say when the gathering starts, as 2030-05-01T18:30; or leave all of it empty",
                    "dites quand commence le rassemblement, comme 2030-05-01T18:30\u00a0; ou laissez tout vide")));
            }

            DateTime? end = PetitionGathering.Parse(End);
            if (End.Length > 0 && end is null)
            {
                return (null, new Refusal("no-end", new(
                    "the end of the gathering is no time, as 2030-05-01T22:00",
                    "la fin du rassemblement n’est pas une heure, comme 2030-05-01T22:00")));
            }

            gathering = new PetitionGathering(start, end, Place, [.. Lines()]);
        }

        return (new PetitionDescribed(Title, Text, AskedBy, language) { Gathering = gathering }, null);
    }

    private IEnumerable<ProgrammeItem> Lines() => Programme.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Length > 0)
        .Select(line => TimeFirst().Match(line) is { Success: true } match
            ? new ProgrammeItem(match.Groups["time"].Value, match.Groups["text"].Value)
            : new ProgrammeItem("", line));

    [GeneratedRegex(@"^(?<time>\d\S{0,19})\s+(?<text>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeFirst();
}
