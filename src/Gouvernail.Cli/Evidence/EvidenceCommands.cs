using System.CommandLine;
using System.Text;
using Gouvernail.Cli.Permits;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Signers;

namespace Gouvernail.Cli.Evidence;

/// <summary><c>gouvernail evidence file</c>: files evidence about an automaton.</summary>
internal sealed class FileEvidenceCommand : LoopCommand
{
    private static readonly Wording _fileMissing = new(
        "which evidence? Give a file with a DSSE envelope.",
        "quelle preuve\u00a0? Donnez un fichier avec une enveloppe DSSE.");

    private readonly Argument<string> _automaton;
    private readonly Argument<string> _file;

    public FileEvidenceCommand()
        : base("file")
    {
        _automaton = Argument("ID");
        _file = Argument("ENVELOPE");
    }

    public override string Help(Texts texts) => EvidenceHelp.File.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        DataFolder folder = Folder(parse, rules);
        string automaton = Automaton(parse, _automaton, rules);
        string file = Needed(parse.GetValue(_file), _fileMissing, rules);
        byte[]? envelope = null;
        if (rules.Fault is null
            && TrustFile.Read(file, EvidenceFiled.MostBytes, rules.Texts, out envelope) is { } failure)
        {
            return failure;
        }

        return Act(
            parse, rules, folder, here,
            community => community.FileEvidenceAsync(new FileEvidence(automaton, envelope), cancel)
                .GetAwaiter().GetResult(),
            at => new($"Filed the evidence about {automaton}, entry {at} of the log.",
                $"Preuve sur {automaton} déposée, entrée {at} du registre."));
    }
}

/// <summary><c>gouvernail evidence signer</c>: lets a key's signatures count.</summary>
internal sealed class RecogniseSignerCommand : LoopCommand
{
    private const int LongestKey = 4096;

    private static readonly Wording _keyMissing = new(
        "whose key? Give it with --key: a file in PEM, or the key's line.",
        "quelle clé\u00a0? Donnez-la par --key\u00a0: un fichier PEM, ou la ligne de la clé.");

    private static readonly Wording _nameMissing = new(
        "whose is it? Give an organisation or an office with --name.",
        "à qui est-elle\u00a0? Donnez une organisation ou une fonction par --name.");

    private static readonly Wording _roleMissing = new(
        "what does it sign as? Give --role auditor, provider, deployer or others, with commas between.",
        "à quel titre signe-t-elle\u00a0? Donnez --role auditor, provider, deployer ou d’autres, séparés par des "
            + "virgules.");

    private readonly Option<string> _key;
    private readonly Option<string> _name;
    private readonly Option<string> _role;

    public RecogniseSignerCommand()
        : base("signer")
    {
        _key = Text("--key");
        _name = Text("--name");
        _role = Text("--role");
    }

    public override string Help(Texts texts) => EvidenceHelp.Signer.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        DataFolder folder = Folder(parse, rules);
        string typed = Needed(parse.GetValue(_key), _keyMissing, rules);
        string name = Needed(parse.GetValue(_name), _nameMissing, rules);
        string roles = Needed(parse.GetValue(_role), _roleMissing, rules);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        string text = typed;
        if (System.IO.File.Exists(typed))
        {
            if (TrustFile.Read(typed, LongestKey, rules.Texts, out byte[]? bytes) is { } failure)
            {
                return failure;
            }

            text = Encoding.UTF8.GetString(bytes!);
        }

        if (!EnvelopeKeys.TryRead(text, out EnvelopeKey? key))
        {
            Wording expected = EnvelopeKeys.Expected;
            return new Failure(
                ExitCode.BadInput, typed + rules.Texts.Colon + expected.In(rules.Texts.Language) + ".");
        }

        return Act(
            parse, rules, folder, here,
            community => community.Act(
                _ => RecogniseSigner.Decide(
                    community.Roles, community.Loop.Evidence.Book,
                    new RecogniseSigner(key, name, roles.Split(','), null)),
                cancel),
            at => new($"The key {key.Id} of {name} is recognised, entry {at} of the log.",
                $"La clé {key.Id} de {name} est reconnue, entrée {at} du registre."));
    }
}

/// <summary><c>gouvernail evidence revoke-signer</c>: a key counts no more.</summary>
internal sealed class RevokeSignerCommand : LoopCommand
{
    private static readonly Wording _keyMissing = new(
        "which key? Give its id; gouvernail evidence list shows them.",
        "quelle clé\u00a0? Donnez son identifiant\u00a0; gouvernail evidence list les montre.");

    private readonly Argument<string> _key;
    private readonly Option<string> _reason;

    public RevokeSignerCommand()
        : base("revoke-signer")
    {
        _key = Argument("KEYID");
        _reason = Text("--reason");
    }

    public override string Help(Texts texts) => EvidenceHelp.RevokeSigner.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        DataFolder folder = Folder(parse, rules);
        string key = Needed(parse.GetValue(_key), _keyMissing, rules);
        string reason = Reason(parse, _reason, rules);
        return Act(
            parse, rules, folder, here,
            community => community.Act(
                _ => RevokeSigner.Decide(
                    community.Roles, community.Loop.Evidence.Book, new RevokeSigner(key, reason, null)),
                cancel),
            at => new($"The key counts no more, entry {at} of the log.",
                $"La clé ne compte plus, entrée {at} du registre."));
    }
}

/// <summary><c>gouvernail evidence contest</c>: says that a clause is not kept.</summary>
internal sealed class ContestClauseCommand : LoopCommand
{
    private static readonly Wording _clauseMissing = new(
        "which clause? Give it as m1#3.", "quelle clause\u00a0? Donnez-la comme m1#3.");

    private static readonly Wording _textMissing = new(
        "what is not kept, and where can one see it? Give --text TEXT.",
        "qu’est-ce qui n’est pas respecté, et où le voir\u00a0? Donnez --text TEXTE.");

    private readonly Argument<string> _automaton;
    private readonly Argument<string> _clause;
    private readonly Option<string> _text;

    public ContestClauseCommand()
        : base("contest")
    {
        _automaton = Argument("ID");
        _clause = Argument("CLAUSE");
        _text = Text("--text");
    }

    public override string Help(Texts texts) => EvidenceHelp.Contest.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        DataFolder folder = Folder(parse, rules);
        string automaton = Automaton(parse, _automaton, rules);
        string clause = Needed(parse.GetValue(_clause), _clauseMissing, rules);
        string text = Needed(parse.GetValue(_text), _textMissing, rules);
        return Act(
            parse, rules, folder, here,
            community => community.Act(
                _ => ContestClause.Decide(
                    community.Roles, community.Mandates.Book,
                    community.Loop.Automata.Book.TryGet(automaton, out Gouvernail.Verify.Register.Automaton? _),
                    new ContestClause(automaton, clause, text, null)),
                cancel),
            at => new($"Contested {clause} of {automaton}, entry {at} of the log.",
                $"{clause} contestée pour {automaton}, entrée {at} du registre."));
    }
}

/// <summary><c>gouvernail evidence settle</c>: counter-evidence stands no more.</summary>
internal sealed class SettleContestationCommand : LoopCommand
{
    private readonly Argument<string> _index;
    private readonly Option<string> _reason;

    public SettleContestationCommand()
        : base("settle")
    {
        _index = Argument("INDEX");
        _reason = Text("--reason");
    }

    public override string Help(Texts texts) => EvidenceHelp.Settle.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        DataFolder folder = Folder(parse, rules);
        long index = Index(parse, _index, rules);
        string reason = Reason(parse, _reason, rules);
        return Act(
            parse, rules, folder, here,
            community => community.Act(
                _ => SettleContestation.Decide(
                    community.Roles, community.Loop.Evidence.Book, new SettleContestation(index, reason, null)),
                cancel),
            at => new($"Settled what entry {index} says, entry {at} of the log.",
                $"Ce que dit l’entrée {index} est réglé, entrée {at} du registre."));
    }
}
