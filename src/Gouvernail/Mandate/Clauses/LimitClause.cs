using System.Text.Json.Nodes;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Clauses;

/// <summary>
/// What an automaton must not do. Where it asks for evidence the gate looks at it; where it does not, no gate can see
/// whether it is kept, and audits, counter-evidence and petitions watch over it.
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
