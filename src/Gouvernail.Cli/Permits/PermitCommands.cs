using System.CommandLine;
using Gouvernail.Journals;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Cli.Permits;

/// <summary><c>gouvernail permit submit</c>: puts an automaton to the gate, which decides at once.</summary>
internal sealed class SubmitPermitCommand : LoopCommand
{
    private readonly Argument<string> _automaton;

    public SubmitPermitCommand()
        : base("submit")
    {
        _automaton = Argument("ID");
    }

    public override string Help(Texts texts) => PermitHelp.Submit.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        DataFolder folder = Folder(parse, rules);
        string automaton = Automaton(parse, _automaton, rules);
        return Act(
            parse, rules, folder, here,
            community => community.SubmitAutomatonAsync(new SubmitAutomaton(automaton, null), cancel)
                .GetAwaiter().GetResult(),
            at => new($"Submitted {automaton}, entry {at} of the log.",
                $"{automaton} soumis, entrée {at} du registre."));
    }
}

/// <summary><c>gouvernail permit suspend</c>, <c>resume</c> and <c>revoke</c>: acts that need a reason.</summary>
internal abstract class PermitCommand : LoopCommand
{
    private readonly Argument<string> _automaton;
    private readonly Option<string> _reason;

    protected PermitCommand(string name)
        : base(name)
    {
        _automaton = Argument("ID");
        _reason = Text("--reason");
    }

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        DataFolder folder = Folder(parse, rules);
        string automaton = Automaton(parse, _automaton, rules);
        string reason = Reason(parse, _reason, rules);
        return Act(
            parse, rules, folder, here,
            community => community.Act(_ => Decide(community, automaton, reason), cancel),
            at => Said(automaton, at));
    }

    /// <summary>The act.</summary>
    protected abstract Decision Decide(Community community, string automaton, string reason);

    /// <summary>What was logged, and where.</summary>
    protected abstract Wording Said(string automaton, string at);
}

/// <summary><c>gouvernail permit suspend</c>: an automaton may not run until the suspension is lifted.</summary>
internal sealed class SuspendPermitCommand() : PermitCommand("suspend")
{
    public override string Help(Texts texts) => PermitHelp.Suspend.In(texts.Language);

    protected override Decision Decide(Community community, string automaton, string reason) =>
        SuspendPermit.Decide(
            community.Roles, community.Loop.Permits.Book, new SuspendPermit(automaton, reason, null));

    protected override Wording Said(string automaton, string at) => new(
        $"Suspended the permit of {automaton}, entry {at} of the log.",
        $"Permis de {automaton} suspendu, entrée {at} du registre.");
}

/// <summary><c>gouvernail permit resume</c>: lifts a suspension; the gate decides anew.</summary>
internal sealed class ResumePermitCommand() : PermitCommand("resume")
{
    public override string Help(Texts texts) => PermitHelp.Resume.In(texts.Language);

    protected override Decision Decide(Community community, string automaton, string reason) =>
        ResumePermit.Decide(
            community.Roles, community.Loop.Permits.Book, community.Loop.Petitions.Book.IsAnswered,
            new ResumePermit(automaton, reason, null));

    protected override Wording Said(string automaton, string at) => new(
        $"Lifted the suspension of {automaton}, entry {at} of the log.",
        $"Suspension de {automaton} levée, entrée {at} du registre.");
}

/// <summary><c>gouvernail permit revoke</c>: takes a permit back.</summary>
internal sealed class RevokePermitCommand() : PermitCommand("revoke")
{
    public override string Help(Texts texts) => PermitHelp.Revoke.In(texts.Language);

    protected override Decision Decide(Community community, string automaton, string reason) =>
        RevokePermit.Decide(community.Roles, community.Loop.Permits.Book, new RevokePermit(automaton, reason, null));

    protected override Wording Said(string automaton, string at) => new(
        $"Revoked the permit of {automaton}, entry {at} of the log.",
        $"Permis de {automaton} révoqué, entrée {at} du registre.");
}
