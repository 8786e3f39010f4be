using System.Text;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;
using Gouvernail.Server.Consult.Facilitation;
using Gouvernail.Server.Journals;
using Gouvernail.Server.People;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Register;

namespace Gouvernail.Server.Verify.Evidence;

/// <summary>What was filed for and against an automaton, and how to file more.</summary>
internal static class EvidenceEndpoints
{
    /// <summary>An envelope, as a form writes what is pasted.</summary>
    private static readonly BodyLimit _limit = new(4 * EvidenceFiled.MostBytes);

    private static readonly Refusal _nothing = new("no-evidence", new(
        "choose a file, or paste the envelope", "choisissez un fichier, ou collez l’enveloppe"));

    public static void Map(WebApplication app)
    {
        app.MapGet("/register/{id}/evidence", Show);
        app.MapPost("/register/{id}/evidence", FileAsync).WithMetadata(_limit, EvidenceDoor.Cost);
        app.MapGet("/register/{id}/evidence/{place:long}.dsse.json", Send);
        app.MapPost("/register/{id}/contest", ContestAsync).Needs(Role.Auditor);
    }

    private static IResult Show(
        string id, Community community, Sessions sessions, HttpContext context) =>
        ModelOf(id, community, sessions, context) is { } model
            ? EvidencePage.Show(model)
            : Answer.NotFound();

    private static async Task<IResult> FileAsync(
        string id, Community community, EvidenceDoor door, Sessions sessions, HttpContext context)
    {
        IFormCollection form = await FormBody.ReadAsync(context);
        if (ModelOf(id, community, sessions, context) is not { } model)
        {
            return Answer.NotFound();
        }

        string pasted = form["envelope"].ToString();
        byte[] envelope = await ReadAsync(form, context.RequestAborted) ?? Encoding.UTF8.GetBytes(pasted.Trim());
        Outcome outcome = envelope.Length == 0
            ? new Outcome { Refusal = _nothing }
            : await door.FileAsync(id, envelope, context.RequestAborted);
        return outcome.Refusal is { } refusal
            ? EvidencePage.Show(
                model with { Refusal = refusal, Envelope = pasted.Length <= EvidenceFiled.MostBytes ? pasted : "" },
                StatusCodes.Status409Conflict)
            : Answer.SeeOther($"/register/{id}/evidence", "filed");
    }

    private static async Task<IResult> ContestAsync(
        string id, Community community, Sessions sessions, HttpContext context)
    {
        IFormCollection form = await FormBody.ReadAsync(context);
        if (ModelOf(id, community, sessions, context) is not { } model)
        {
            return Answer.NotFound();
        }

        string clause = form["clause"].ToString();
        string text = form["text"].ToString().ReplaceLineEndings("\n");
        Outcome outcome = await new VerifyActs(community, context).ContestAsync(id, clause, text);
        return outcome.Refusal is { } refusal
            ? EvidencePage.Show(
                model with { Refusal = refusal, Clause = clause, Text = text }, StatusCodes.Status409Conflict)
            : Answer.SeeOther($"/register/{id}/evidence", "contested");
    }

    /// <summary>The envelope as it was signed, for anybody to check.</summary>
    private static IResult Send(string id, long place, Community community, HttpContext context)
    {
        if (community.EvidenceBook.Of(id).FirstOrDefault(it => it.Position == place)?.Envelope is not { } envelope)
        {
            return Answer.NotFound();
        }

        // Not for good: it can be erased.
        PublicBytes.Mark(context, isForGood: false);
        return TypedResults.Bytes(envelope.ToJson(), Envelope.MediaType);
    }

    /// <summary>The file that was chosen; null where none was.</summary>
    private static async Task<byte[]?> ReadAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private static EvidenceModel? ModelOf(
        string id, Community community, Sessions sessions, HttpContext context)
    {
        if (!community.RegisterBook.TryGet(id, out Automaton? automaton))
        {
            return null;
        }

        GateDecision decision = community.AskGate(id);
        EvidenceBook book = community.EvidenceBook;
        FiledEvidence[] filed = [.. book.Of(id).Reverse()];
        int page = PageNumber.Of(context, filed.Length, EvidenceModel.PageSize);
        bool audits = sessions.Of(context, Role.Auditor) is not null;
        return new EvidenceModel(
            id,
            automaton.Name,
            decision.Artefact,
            [
                .. filed.Skip((page - 1) * EvidenceModel.PageSize).Take(EvidenceModel.PageSize)
                    .Select(it => ItemOf(book, decision, it)),
            ],
            [.. book.Contestations.Where(said => said.Automaton == id).Reverse()])
        {
            Count = filed.Length,
            Page = page,
            Audits = audits,
            Clauses = audits ? ClausesOf(community.MandateBook, decision) : [],
        };
    }

    private static EvidenceItem ItemOf(EvidenceBook book, GateDecision decision, FiledEvidence filed) => new(
        filed,
        [.. filed.SignedBy.Select(book.FindSigner).OfType<Signer>()],
        [.. decision.Rules.Where(rule => rule.Clause.Length > 0 && rule.Evidence.Contains(filed.Position))],
        decision.Artefact.Length > 0 && filed.Attestation?.IsAbout(decision.Artefact) == true)
    {
        Figures = filed.Attestation is { } attestation ? Figures.Of(attestation.Predicate) : [],
    };

    /// <summary>The clauses of the mandates that order it now.</summary>
    private static IReadOnlyList<(string Clause, string Text)> ClausesOf(MandateBook mandates, GateDecision decision) =>
    [
        .. decision.Mandates.Select(it => mandates.Find(it.Mandate)?.Adopted).OfType<MandateVersion>()
            .SelectMany(version => version.Document.Clauses
                .Select(clause => ($"{version.Document.Id}#{clause.Id}", clause.Text))),
    ];
}
