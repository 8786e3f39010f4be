namespace Gouvernail.Mandate.Texts;

/// <summary>Says in a reader's words as what somebody signs evidence. Communities may name further roles.</summary>
public static class SignerRole
{
    /// <summary>What a role is called; its own word where the community chose it.</summary>
    public static Wording Of(string role) => role switch
    {
        "auditor" => new("auditor", "auditeur"),
        "provider" => new("provider", "fournisseur"),
        "deployer" => new("deployer", "déployeur"),
        _ => new(role, role),
    };
}
