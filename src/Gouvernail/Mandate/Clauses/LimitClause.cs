using System.Text.Json.Nodes;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Clauses;

/// <summary>
/// What an automaton must not do. Where it has a test, evidence has to bear it out; where it has none, the gate can
/// but ask that the card says it is kept, and audits and people judge.
/// </summary>
public sealed record LimitClause : Clause
{
    /// <inheritdoc/>
    public override string Kind => "limit";

    /// <summary>The evidence that shows the limit kept; null where none is asked for.</summary>
    public Requirement? Requires { get; init; }

    /// <inheritdoc/>
    protected override void Write(JsonObject json)
    {
        if (Requires is not null)
        {
            json["requires"] = Requires.ToJson();
        }
    }

    internal static LimitClause Read(JsonForm form, string id, string text, IReadOnlyList<Citation> cites) => new()
    {
        Id = id,
        Text = text,
        Cites = cites,
        Requires = form.One("requires", Requirement.Read, required: false),
    };
}
