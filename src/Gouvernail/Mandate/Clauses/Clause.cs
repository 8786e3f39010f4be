using System.Text.Json.Nodes;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Clauses;

/// <summary>One line of a mandate, with the votes that it stands on.</summary>
public abstract record Clause
{
    /// <summary>The most characters in a clause's text.</summary>
    public const int LongestText = 800;

    /// <summary>The most citations of one clause.</summary>
    public const int MostCitations = 10;

    private static readonly string[] _kinds = ["objective", "limit", "purpose", "evidence", "term"];

    /// <summary>Its number in the mandate, such as "1"; what it says may change from version to version.</summary>
    public required string Id { get; init; }

    /// <summary>What it says, in a sentence that people can read.</summary>
    public required string Text { get; init; }

    /// <summary>The results and statements that it stands on, at least one.</summary>
    public required IReadOnlyList<Citation> Cites { get; init; }

    /// <summary>The word for its kind.</summary>
    public abstract string Kind { get; }

    /// <summary>The votes behind it: how many people voted on the statements that it cites, at most once a citation.
    /// </summary>
    public long Votes
    {
        get
        {
            long votes = 0;
            foreach (Citation citation in Cites)
            {
                votes += citation.Statements.Max(support => support.Seen);
            }

            return votes;
        }
    }

    /// <summary>Writes what its kind says.</summary>
    protected abstract void Write(JsonObject json);

    internal static Clause? Read(JsonForm form)
    {
        string kind = form.Word("kind", _kinds);
        string id = form.Text("id", 8);
        string text = form.Text("text", LongestText);
        IReadOnlyList<Citation> cites = form.Many("cites", MostCitations, Citation.Read);
        if (!id.All(char.IsAsciiLetterOrDigit))
        {
            form.Wrong("id", new(
                "letters and digits were expected, such as 1", "des lettres et des chiffres étaient attendus, "
                    + "comme 1"));
        }

        return kind switch
        {
            "objective" => ObjectiveClause.Read(form, id, text, cites),
            "limit" => LimitClause.Read(form, id, text, cites),
            "purpose" => PurposeClause.Read(form, id, text, cites),
            "evidence" => EvidenceClause.Read(form, id, text, cites),
            _ => TermClause.Read(form, id, text, cites),
        };
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["kind"] = Kind, ["text"] = Text };
        ClauseJson.Add(json, "cites", Cites, citation => citation.ToJson());
        Write(json);
        return json;
    }
}
