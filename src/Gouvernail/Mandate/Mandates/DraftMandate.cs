using Gouvernail.Journals;
using Gouvernail.Mandate.Clauses;
using Gouvernail.People;

namespace Gouvernail.Mandate.Mandates;

/// <summary>Asks to write a mandate, to change a draft, or to amend one that was put to adoption.</summary>
/// <param name="Mandate">The mandate's id; null for a new one.</param>
/// <param name="Document">What it is to say, its citations filled (<see cref="Fill"/>).</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record DraftMandate(string? Mandate, MandateDocument Document, string? By)
{
    /// <summary>The version that a draft of this mandate has.</summary>
    public static int NextVersion(MandateHistory mandate)
    {
        ArgumentNullException.ThrowIfNull(mandate);
        return mandate.Last.Put is null ? mandate.Last.Document.Version : mandate.Last.Document.Version + 1;
    }

    /// <summary>A document with its citations looked up; a refusal where one says nothing of the log.</summary>
    /// <param name="document">The document.</param>
    /// <param name="book">What is known of results.</param>
    /// <param name="output">Reads the output of a result by its hash; null where it is not there.</param>
    public static (MandateDocument? Filled, Refusal? Refusal) Fill(
        MandateDocument document, MandateBook book, Func<string, byte[]?> output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(output);
        var clauses = new List<Clause>();
        foreach (Clause clause in document.Clauses)
        {
            var cites = new List<Citation>();
            foreach (Citation citation in clause.Cites)
            {
                var result = book.Results.GetValueOrDefault(citation.Result);
                (Citation? filled, Refusal? refusal) =
                    citation.Fill(result, result is null ? null : output(result.Output));
                if (refusal is not null)
                {
                    return (null, refusal with
                    {
                        Reason = new(
                            $"clause {clause.Id}: {refusal.Reason.English}",
                            $"clause {clause.Id}\u00a0: {refusal.Reason.French}"),
                    });
                }

                cites.Add(filled!);
            }

            clauses.Add(clause with { Cites = cites });
        }

        return (document with { Clauses = clauses }, null);
    }

    /// <summary>Decides.</summary>
    public static Decision Decide(Roles roles, MandateBook book, DraftMandate act)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        if (!roles.Lets(act.By, Role.Facilitator))
        {
            return RoleRefusals.NotAllowed();
        }

        MandateHistory? mandate = null;
        if (act.Mandate is not null && (mandate = book.Find(act.Mandate)) is null)
        {
            return MandateRefusals.NoMandate(act.Mandate);
        }

        if (mandate?.Revoked is not null)
        {
            return MandateRefusals.IsRevoked(mandate);
        }

        // Looked up before the writer's turn: an output is named by its hash, so that nothing else can stand there.
        if (act.Document.Clauses.SelectMany(clause => clause.Cites).Any(citation =>
            book.Results.GetValueOrDefault(citation.Result)?.Output != citation.Output))
        {
            return Decision.Refuse("unfilled-citation", new(
                "a citation does not name the output of the result that it cites",
                "une citation ne nomme pas la sortie du résultat qu’elle cite"));
        }

        MandateDocument document = act.Document with
        {
            Id = mandate?.Id ?? book.NextId,
            Version = mandate is null ? 1 : NextVersion(mandate),
            Replaces = mandate?.Versions.FindLast(version => version.Put is not null)?.Digest ?? "",
        };
        return document.ToBytes().Length > MandateDocument.MostBytes
            ? Decision.Refuse("mandate-too-long", new(
                $"a mandate has at most {MandateDocument.MostBytes} bytes; cite fewer statements, or make two mandates",
                $"un mandat fait au plus {MandateDocument.MostBytes} octets\u00a0; citez moins d’énoncés, ou "
                    + "faites deux mandats"))
            : mandate is not null && mandate.Last.Digest == document.Digest ? Decision.Refuse("unchanged", new(
                "this draft is there already, word for word", "ce brouillon est déjà là, mot pour mot"))
            : Decision.Log(new MandateDrafted(document, act.By).ToDraft());
    }
}
