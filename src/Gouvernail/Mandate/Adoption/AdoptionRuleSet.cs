using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Mandate.Adoption;

/// <summary>The event of a rule by which mandates are adopted from now on; public.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="By">Who set it: a holder of a role; null for whoever runs the machine.</param>
public sealed record AdoptionRuleSet(AdoptionRule Rule, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "adoption-rule-set";

    /// <summary>Decides to set one. What was put to adoption before keeps the rule of its day.</summary>
    public static Decision Decide(Roles roles, AdoptionRuleSet act)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(act);
        return !roles.Lets(act.By, Role.Facilitator)
            ? RoleRefusals.NotAllowed()
            : Decision.Log(act.ToDraft());
    }

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("rule");
            body.Canonical(Rule.ToBytes());
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static AdoptionRuleSet? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        return body.RootElement.Member("rule") is { } json && AdoptionRule.Read(json).Rule is { } rule
            ? new AdoptionRuleSet(rule, body.RootElement.Text("by"))
            : null;
    }
}
