using Gouvernail.Journals;

namespace Gouvernail.Mandate.Mandates;

/// <summary>What acts on mandates are refused for, in one wording each.</summary>
internal static class MandateRefusals
{
    public static Decision NoMandate(string id) => Decision.Refuse("no-such-mandate", new(
        $"there is no mandate {id} in this log", $"il n’y a pas de mandat {id} dans ce registre"));

    public static Decision NoVersion(string id, int version) => Decision.Refuse("no-such-version", new(
        $"mandate {id} has no version {version}", $"le mandat {id} n’a pas de version {version}"));

    public static Decision IsRevoked(MandateHistory mandate) => Decision.Refuse("mandate-revoked", new(
        $"mandate {mandate.Id} was revoked: write a new one",
        $"le mandat {mandate.Id} a été révoqué\u00a0: écrivez-en un nouveau"));

    public static Decision NotPut() => Decision.Refuse("not-put", new(
        "this version has not been put to adoption: put it first, and it does not change any more",
        "cette version n’a pas été soumise à l’adoption\u00a0: soumettez-la, et elle ne change plus"));

    public static Decision AdoptedAlready() => Decision.Refuse("adopted-already", new(
        "this version has been adopted already", "cette version est déjà adoptée"));
}
