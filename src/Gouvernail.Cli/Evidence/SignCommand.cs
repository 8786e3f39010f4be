using System.CommandLine;
using System.Text.Json;
using Gouvernail.Consult;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Verify.Evidence;

namespace Gouvernail.Cli.Evidence;

/// <summary><c>gouvernail evidence sign</c>: signs an in-toto statement, once it is seen to be evidence.</summary>
internal sealed class SignCommand : CliCommand
{
    private static readonly Wording _fileMissing = new(
        "which statement? Give a file in JSON.", "quel statement\u00a0? Donnez un fichier en JSON.");

    private static readonly Wording _keyMissing = new(
        "with which key? Give its file with --key FILE.",
        "avec quelle clé\u00a0? Donnez son fichier avec --key FICHIER.");

    private static readonly Wording _undated = new(
        "its predicate does not tell when it was made, and freshness counts from then: add one of "
            + string.Join(", ", EvidenceTime.Members) + ", such as \"2026-11-22T12:00:00Z\".",
        "son predicate ne dit pas quand il a été fait, et c’est de là que compte la fraîcheur\u00a0: ajoutez l’un de "
            + string.Join(", ", EvidenceTime.Members) + ", comme \"2026-11-22T12:00:00Z\".");

    private readonly Argument<string> _file;
    private readonly Option<string> _key;
    private readonly Option<string> _out;

    public SignCommand()
        : base("sign")
    {
        _file = Argument("STATEMENT");
        _key = Text("--key");
        _out = Text("--out");
    }

    private static HelpPage Page { get; } = new(
        new(
            """
            Signs an in-toto statement (version 1) in a DSSE envelope, to be filed as evidence. It is read
            first, as the gate would read it: what could never count as evidence is not signed.
            """,
            """
            Signe un statement in-toto (version 1) dans une enveloppe DSSE, à verser comme preuve. Il est lu
            d’abord, comme le ferait la porte : ce qui ne pourrait jamais compter comme preuve n’est pas
            signé.
            """),
        new("evidence sign STATEMENT.json --key FILE [options]",
            "evidence sign STATEMENT.json --key FICHIER [options]"),
        new(
            "  --key FILE        a private key made by gouvernail evidence key\n"
                + "  --out FILE        write the envelope there; by default it is printed\n",
            "  --key FICHIER     une clé privée faite par gouvernail evidence key\n"
                + "  --out FICHIER     y écrit l’enveloppe ; par défaut elle s’affiche\n"),
        new("  gouvernail evidence sign audit.json --key auditor.key --out audit.dsse.json",
            "  gouvernail evidence sign audit.json --key auditrice.key --out audit.dsse.json"))
    {
        HasJson = false,
    };

    public override string Help(Texts texts) => Page.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        string? file = parse.GetValue(_file), keyFile = parse.GetValue(_key), target = parse.GetValue(_out);
        if (string.IsNullOrEmpty(file))
        {
            rules.Keep(rules.Usage(_fileMissing.In(texts.Language)));
        }

        if (keyFile is null)
        {
            rules.Keep(rules.Usage(_keyMissing.In(texts.Language)));
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (Read(file!, texts, out byte[] statement) is { } unread)
        {
            return unread;
        }

        if (SignerFile.Read(keyFile!, texts, out SignerKey? key) is { } unusable)
        {
            return unusable;
        }

        using (key)
        {
            var envelope = Envelope.Sign(Attestation.PayloadType, statement, key!);
            if (Problem(envelope) is { } problem)
            {
                return new Failure(
                    ExitCode.BadInput, file + texts.Colon + problem.In(texts.Language).TrimEnd('.') + ".");
            }

            byte[] json = [.. envelope.ToJson(), (byte)'\n'];
            if (target is not null)
            {
                return OutputFile.Write(target, texts, stream => stream.Write(json));
            }

            here.Output.Write(json);
            here.Output.Flush();
            return null;
        }
    }

    /// <summary>Why it could never count as evidence; null where it may.</summary>
    private static Wording? Problem(Envelope envelope)
    {
        if (!Attestation.TryRead(envelope, out Attestation? attestation, out Wording? problem))
        {
            return problem;
        }

        using JsonDocument predicate = JsonDocument.Parse(attestation.Predicate);
        return EvidenceTime.Of(predicate.RootElement) is null ? _undated : null;
    }

    private static Failure? Read(string path, Texts texts, out byte[] bytes)
    {
        bytes = [];
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > Envelope.MostBytes / 2 })
            {
                return new Failure(ExitCode.BadInput, path + texts.Colon + new Wording(
                    "it is too large.", "il est trop gros.").In(texts.Language));
            }

            bytes = File.ReadAllBytes(path);
            return null;
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return new Failure(ExitCode.NoInput, texts.CannotRead(path, FileTrouble.Of(e).In(texts.Language)));
        }
    }
}
