using System.CommandLine;
using Gouvernail.Cli.Evidence;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Mandate.Mandates;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Mandates;

/// <summary><c>gouvernail mandate sign</c>: adds a trustee's signature.</summary>
internal sealed class SignCommand : MandateCommand
{
    private static readonly Wording _oneOf = new(
        "sign with --version N --key FILE, or hand in a signature with --envelope FILE; one of the two.",
        "signez avec --version N --key FICHIER, ou remettez une signature avec --envelope FICHIER\u00a0; "
            + "l’un des deux.");

    private static readonly Wording _notAnEnvelope = new(
        "it is no DSSE envelope of a mandate.", "ce n’est pas l’enveloppe DSSE d’un mandat.");

    private readonly Option<string> _version;
    private readonly Option<string> _key;
    private readonly Option<string> _envelope;
    private readonly Option<string> _out;

    public SignCommand()
        : base("sign", goesOn: true, ofOne: true)
    {
        _version = Text("--version");
        _key = Text("--key");
        _envelope = Text("--envelope");
        _out = Text("--out");
    }

    protected override HelpPage Page { get; } = new(
        new(
            """
            Adds a trustee's signature under a version that was put to adoption. What is signed are the bytes
            that gouvernail mandate show --json prints, in a DSSE envelope; read them before you sign.
            """,
            """
            Ajoute la signature d’un mandataire sous une version soumise à l’adoption. Ce qui est signé, ce
            sont les octets qu’affiche gouvernail mandate show --json, dans une enveloppe DSSE ; lisez-les
            avant de signer.
            """),
        new(
            "mandate sign DIR MANDATE --version N --key FILE\n"
                + "       gouvernail mandate sign BUNDLE MANDATE --version N --key FILE --out ENVELOPE\n"
                + "       gouvernail mandate sign DIR MANDATE --envelope ENVELOPE",
            "mandate sign DOSSIER MANDAT --version N --key FICHIER\n"
                + "        gouvernail mandate sign LIASSE MANDAT --version N --key FICHIER --out ENVELOPPE\n"
                + "        gouvernail mandate sign DOSSIER MANDAT --envelope ENVELOPPE"),
        new(
            "  --version N       the version that you read\n"
                + "  --key FILE        a private key made by gouvernail evidence key\n"
                + "  --out ENVELOPE    write the signature to a file, and nothing to the log: a trustee signs on a\n"
                + "                    machine of their own, from the public bundle, and sends it in\n"
                + "  --envelope FILE   an envelope signed elsewhere\n",
            "  --version N       la version que vous avez lue\n"
                + "  --key FICHIER     une clé privée faite par gouvernail evidence key\n"
                + "  --out ENVELOPPE   écrit la signature dans un fichier, et rien au registre : un mandataire\n"
                + "                    signe chez lui, à partir de la liasse publique, et l’envoie\n"
                + "  --envelope FICHIER  une enveloppe signée ailleurs\n"),
        new("  gouvernail mandate sign city m1 --version 1 --key chair.key",
            "  gouvernail mandate sign ville m1 --version 1 --key presidence.key"))
    {
        Writes = true,
    };

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string mandate = Mandate(parse, rules);
        long? version = Number(parse, _version, 1, rules);
        string? keyFile = parse.GetValue(_key), envelopeFile = parse.GetValue(_envelope), target = parse.GetValue(_out);
        bool signs = keyFile is not null && version is not null;
        if (signs == envelopeFile is not null || (!signs && keyFile is not null)
            || (target is not null && !signs))
        {
            rules.Keep(rules.Usage(_oneOf.In(texts.Language)));
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (envelopeFile is not null)
        {
            return ReadFile(envelopeFile, texts, out byte[] bytes) ?? (
                Envelope.TryParse(bytes, out Envelope? made, out _)
                && MandateDocument.Read(made.Payload).Document is { Version: > 0 } signed
                ? Sign(parse, folder, here, texts, new SignMandate(mandate, signed.Version, made), cancel)
                : new Failure(ExitCode.BadInput, envelopeFile + texts.Colon + _notAnEnvelope.In(texts.Language)));
        }

        if (SignerFile.Read(keyFile!, texts, out SignerKey? key) is { } unread)
        {
            return unread;
        }

        using (key)
        {
            byte[]? document = null;
            Failure? unknown = Read(folder, here, texts, (book, _) =>
            {
                document = VersionOf(book, mandate, version, _ => false)?.Document.ToBytes();
                return document is null ? Unknown(book, mandate, texts) : null;
            }, cancel);
            if (unknown is not null)
            {
                return unknown;
            }

            var made = Envelope.Sign(MandateDocument.PayloadType, document, key!);
            return target is null
                ? Sign(parse, folder, here, texts, new SignMandate(mandate, (int)version!.Value, made), cancel)
                : OutputFile.Write(target, texts, stream => stream.Write(made.ToJson()));
        }
    }

    private Failure? Sign(
        ParseResult parse, DataFolder folder, Surroundings here, Texts texts, SignMandate act, CancellationToken cancel)
    {
        return Act(parse, folder, here, texts,
            community => community.Act(_ => SignMandate.Decide(community.Mandates.Book, act), cancel),
            (answer, community, outcome) =>
            {
                MandateVersion version = community.MandateBook.Find(act.Mandate)!.Find(act.Version)!;
                answer.Line(Signed(act, outcome, version.Signatures.Count)).Json(json =>
                {
                    Name(json, version);
                    json.WriteNumber("signatures", version.Signatures.Count);
                });
            });
    }

    private static Wording Signed(SignMandate act, Outcome outcome, int all) => new(
        $"New signatures under mandate {act.Mandate}, version {act.Version}: {outcome.Count}; in all: {all}.",
        $"Nouvelles signatures sous le mandat {act.Mandate}, version {act.Version}\u00a0: {outcome.Count}\u00a0; en "
            + $"tout\u00a0: {all}.");
}
