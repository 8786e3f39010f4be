using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>What acts on roles are refused for, in one wording each.</summary>
internal static class RoleRefusals
{
    public static Decision NotAllowed() => Decision.Refuse("not-allowed", new(
        "your role does not allow this", "votre rôle ne le permet pas"));

    public static Decision NoHolder() => Decision.Refuse("no-such-holder", new(
        "nobody holds this role", "personne n’a ce rôle"));
}
