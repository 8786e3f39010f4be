using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.People;
using Gouvernail.Verify.Evidence;

namespace Gouvernail.Verify.Signers;

/// <summary>Asks to let a key's signatures count as evidence.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">Whose it is: an organisation or an office.</param>
/// <param name="Roles">What it signs as; words in lower case.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record RecogniseSigner(EnvelopeKey Key, string Name, IReadOnlyList<string> Roles, string? By)
{
    private const int LongestName = 100;
    private const int LongestRole = 64;
    private const int MostRoles = 20;

    /// <summary>Decides. A key that is recognised already gets another name and other roles.</summary>
    public static Decision Decide(Roles roles, EvidenceBook book, RecogniseSigner act)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        string[] words = [.. act.Roles.Select(role => role.Trim()).Where(role => role.Length > 0).Distinct()];
        return !roles.Lets(act.By, Role.Facilitator) ? RoleRefusals.NotAllowed()
            : act.Name.Trim() is not { Length: > 0 and <= LongestName } name ? Decision.Refuse("no-name", new(
                $"say whose key it is, in at most {LongestName} characters: an organisation or an office",
                $"dites à qui est la clé, en {LongestName} caractères au plus\u00a0: une organisation ou une fonction"))
            : words.Length is 0 or > MostRoles || words.Any(word => word.Length > LongestRole
                || !word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
                ? Decision.Refuse("no-roles", new(
                    "say what it signs as: words in lower case such as auditor, provider, deployer",
                    "dites à quel titre elle signe\u00a0: des mots en minuscules comme auditor, provider, deployer"))
            : book.FindSigner(act.Key.Id)?.IsRevoked == true ? Decision.Refuse("signer-revoked", new(
                "this key was revoked; the signer needs another one",
                "cette clé a été révoquée\u00a0; il en faut une autre au signataire"))
            : Decision.Log(new SignerRecognised(act.Key, name, words, act.By).ToDraft());
    }
}

/// <summary>Asks that a key counts no more.</summary>
/// <param name="Key">The id of the key.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record RevokeSigner(string Key, string Reason, string? By)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Roles roles, EvidenceBook book, RevokeSigner act)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        return !roles.Lets(act.By, Role.Facilitator) ? RoleRefusals.NotAllowed()
            : book.FindSigner(act.Key) is not { IsRevoked: false } ? Decision.Refuse("no-such-signer", new(
                "no key of that id is recognised here", "aucune clé de cet identifiant n’est reconnue ici"))
            : PublicReason.Fault(act.Reason) is { } fault ? fault
            : Decision.Log(new SignerRevoked(act.Key, act.Reason.Trim(), act.By).ToDraft());
    }
}
