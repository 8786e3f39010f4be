using System.CommandLine;
using System.Text;
using Gouvernail.Consult;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;

namespace Gouvernail.Cli.Evidence;

/// <summary><c>gouvernail evidence key</c>: makes a key that signs mandates and evidence.</summary>
internal sealed class KeyCommand : CliCommand
{
    private static readonly Wording _nameMissing = new(
        "what is the key called? Give a name such as example.org/chair.",
        "comment s’appelle la clé\u00a0? Donnez un nom comme example.org/presidence.");

    private static readonly Wording _expectedName = new(
        "a name without blanks and without +, such as example.org/chair",
        "un nom sans espace ni +, comme example.org/presidence");

    private static readonly Wording _outMissing = new(
        "where to? Give a new file with --out FILE.", "où\u00a0? Donnez un nouveau fichier avec --out FICHIER.");

    private static readonly Wording _taken = new(
        "it exists already, and a key is never written over", "il existe déjà, et une clé n’est jamais écrasée");

    private readonly Argument<string> _name;
    private readonly Option<string> _out;
    private readonly Option<bool> _pem;

    public KeyCommand()
        : base("key")
    {
        _name = Argument("NAME");
        _out = Text("--out");
        _pem = Flag("--pem");
    }

    private static HelpPage Page { get; } = new(
        new(
            """
            Makes a key that signs mandates and evidence, in a new file that only its owner can read, and
            prints the public key: a line, then the same key in PEM. Publish those; never the file.
            """,
            """
            Fait une clé qui signe mandats et preuves, dans un nouveau fichier que seul son propriétaire peut
            lire, et affiche la clé publique : une ligne, puis la même en PEM. Publiez-les ; jamais le
            fichier.
            """),
        new("evidence key NAME --out FILE [options]", "evidence key NOM --out FICHIER [options]"),
        new(
            "  --out FILE        the new file\n  --pem             print the PEM alone, for a program\n",
            "  --out FICHIER     le nouveau fichier\n  --pem             affiche le PEM seul, pour un programme\n"),
        new("  gouvernail evidence key example.org/chair --out chair.key",
            "  gouvernail evidence key example.org/presidence --out presidence.key"))
    {
        HasJson = false,
    };

    public override string Help(Texts texts) => Page.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        string? name = parse.GetValue(_name), path = parse.GetValue(_out);
        if (string.IsNullOrEmpty(name))
        {
            rules.Keep(rules.Usage(_nameMissing.In(texts.Language)));
        }
        else if (!KeyName.IsValid(name))
        {
            rules.Keep(rules.Usage(texts.WrongValue("NAME", name, _expectedName.In(texts.Language))));
        }

        if (path is null)
        {
            rules.Keep(rules.Usage(_outMissing.In(texts.Language)));
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        using SignerKey key = SignerKey.Generate(name!, SignatureKind.Ed25519);
        try
        {
            if (File.Exists(path) || OutputFile.Obstacle(path!, texts) is not null)
            {
                return new Failure(ExitCode.CannotWrite, texts.CannotWrite(
                    path!, OutputFile.Obstacle(path!, texts) ?? _taken.In(texts.Language)));
            }

            KeyFile.Create(path!, key);
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return new Failure(ExitCode.CannotWrite, texts.CannotWrite(path!, FileTrouble.Of(e).In(texts.Language)));
        }

        string pem = EnvelopeKey.Of(key.Verifier) + "\n";
        here.Output.Write(Encoding.UTF8.GetBytes(parse.GetValue(_pem) ? pem : $"{key.Verifier}\n{pem}"));
        here.Output.Flush();
        return null;
    }
}
