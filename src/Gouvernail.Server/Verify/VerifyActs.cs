using System.Globalization;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Server.People;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;
using Gouvernail.Verify.Signers;

namespace Gouvernail.Server.Verify;

/// <summary>What holders of roles do about automata, the same from pages and programs.</summary>
/// <param name="community">The community.</param>
/// <param name="context">The request, whose endpoint takes a role.</param>
internal readonly struct VerifyActs(Community community, HttpContext context)
{
    private readonly Community _community = community;
    private readonly HttpContext _context = context;

    /// <summary>Submits an automaton to the gate.</summary>
    public Task<Outcome> SubmitAsync(string automaton) => Act((c, by) => SubmitAutomaton.Decide(
        c.Roles, c.Loop.Permits.Book, GateSubjects.Of(c.Loop.Automata.Book, automaton),
        c.Loop.Petitions.Book.IsAnswered, new(automaton, by)));

    /// <summary>Suspends a permit.</summary>
    public Task<Outcome> SuspendAsync(string automaton, string reason) => Act((c, by) =>
        SuspendPermit.Decide(c.Roles, c.Loop.Permits.Book, new(automaton, reason, by)));

    /// <summary>Lifts a suspension.</summary>
    public Task<Outcome> ResumeAsync(string automaton, string reason) => Act((c, by) =>
        ResumePermit.Decide(
            c.Roles, c.Loop.Permits.Book, c.Loop.Petitions.Book.IsAnswered, new(automaton, reason, by)));

    /// <summary>Takes a permit back.</summary>
    public Task<Outcome> RevokeAsync(string automaton, string reason) => Act((c, by) =>
        RevokePermit.Decide(c.Roles, c.Loop.Permits.Book, new(automaton, reason, by)));

    /// <summary>Says that a clause is not kept.</summary>
    public Task<Outcome> ContestAsync(string automaton, string clause, string text) => Act((c, by) =>
        ContestClause.Decide(
            c.Roles, c.Loop.Mandates.Book, c.Loop.Automata.Book.TryGet(automaton, out _),
            new(automaton, clause, text, by)));

    /// <summary>Says that what was said against a clause stands no more.</summary>
    /// <param name="place">The place in the log of what was said, as it was sent.</param>
    /// <param name="reason">Why.</param>
    public Task<Outcome> SettleAsync(string place, string reason)
    {
        long at = long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1;
        return Act((c, by) => SettleContestation.Decide(c.Roles, c.Loop.Evidence.Book, new(at, reason, by)));
    }

    /// <summary>Lets a key's signatures count.</summary>
    public Task<Outcome> RecogniseAsync(string key, string name, IEnumerable<string> roles) => Act((c, by) =>
        EnvelopeKeys.TryRead(key, out EnvelopeKey? read)
            ? RecogniseSigner.Decide(c.Roles, c.Loop.Evidence.Book, new(read, name, [.. roles], by))
            : Decision.Refuse("not-a-key", EnvelopeKeys.Expected));

    /// <summary>Lets a key count no more.</summary>
    public Task<Outcome> RevokeSignerAsync(string key, string reason) => Act((c, by) =>
        RevokeSigner.Decide(c.Roles, c.Loop.Evidence.Book, new(key, reason, by)));

    private Task<Outcome> Act(Func<Community, string, Decision> decide)
    {
        Community at = _community;
        return at.ActAsync(_context, (by, _) => decide(at, by));
    }
}
