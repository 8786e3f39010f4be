using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>The reason for which something is taken back or stopped: asked for, public, and there for ever.</summary>
public static class PublicReason
{
    /// <summary>The most characters.</summary>
    public const int Longest = 2000;

    /// <summary>The refusal of a reason that says nothing or too much; null where it can stand.</summary>
    internal static Decision? Fault(string reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > Longest
            ? Decision.Refuse("no-reason", new(
                $"say why, in at most {Longest} characters: everybody will read it",
                $"dites pourquoi, en {Longest} caractères au plus\u00a0: chacun le lira"))
            : null;
}
