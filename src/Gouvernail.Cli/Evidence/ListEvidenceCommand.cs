using System.CommandLine;
using System.Text.Json;
using Gouvernail.Audits;
using Gouvernail.Cli.Gate;
using Gouvernail.Cli.Logs;
using Gouvernail.Journals;
using Gouvernail.Verify.Evidence;

namespace Gouvernail.Cli.Evidence;

/// <summary><c>gouvernail evidence list</c>: signers, evidence, and what speaks against it.</summary>
internal sealed class ListEvidenceCommand : LogCommand
{
    private static readonly Wording _signers = new("Signers:", "Signataires\u00a0:");
    private static readonly Wording _evidence = new("Evidence:", "Preuves\u00a0:");
    private static readonly Wording _against = new("Contested:", "Contesté\u00a0:");
    private static readonly Wording _none = new("There is none.", "Il n’y en a pas.");
    private static readonly Wording _revoked = new("revoked", "révoquée");
    private static readonly Wording _settled = new("settled", "réglé");
    private static readonly Wording _stands = new("stands", "tient");
    private static readonly Wording _erased = new("erased", "effacée");

    private readonly Argument<string> _automaton;

    public ListEvidenceCommand()
        : base("list")
    {
        _automaton = Argument("ID");
    }

    public override string Help(Texts texts) => EvidenceHelp.List.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        Failure? failure = GateFolder.Read(
            folder.Path, isData: folder.Exists, new AuditOptions(), here, texts, cancel, out GateReading? reading);
        if (failure is not null)
        {
            return failure;
        }

        if (reading!.Trouble is { } trouble)
        {
            return new Failure(ExitCode.Tampered, trouble.In(texts.Language) + ".");
        }

        EvidenceBook book = reading.Report.Loop!.Evidence.Book;
        if (parse.GetValue(_automaton) is { Length: > 0 } id)
        {
            book = book with
            {
                Filed = book.Filed.RemoveAll(filed => filed.Automaton != id),
                Contestations = book.Contestations.RemoveAll(said => said.Automaton != id),
            };
        }

        Say(parse, here, Answer(book, texts));
        return null;
    }

    private static LogAnswer Answer(EvidenceBook book, Texts texts)
    {
        var answer = new LogAnswer(texts);
        string In(Wording words) => words.In(texts.Language);
        void Part(Wording title, IEnumerable<(string Label, string Value)> rows)
        {
            answer.Line(title);
            (string Label, string Value)[] all = [.. rows];
            Array.ForEach(all, row => answer.Row(new(row.Label, row.Label), row.Value));
            if (all.Length == 0)
            {
                answer.Row(_none, "");
            }
        }

        Part(_signers, book.Signers.Select(signer => (signer.Name,
            $"{string.Join(", ", signer.Roles)}  {signer.Key.Id}{(signer.IsRevoked ? "  " + In(_revoked) : "")}")));
        Part(_evidence, book.Filed.Select(filed => (answer.Number(filed.Position), filed.Attestation is null
            ? In(_erased)
            : $"{filed.Automaton}  {Entry.Format(filed.Made)}  {filed.Attestation.PredicateType}  "
                + string.Join(", ", filed.SignedBy.Select(key => book.FindSigner(key)?.Name ?? key)))));
        Part(_against, book.Contestations.Select(said => (answer.Number(said.Position), said.Text.Length == 0
            ? In(_erased)
            : $"{said.Automaton}  {said.Clause}  {In(said.Settled is null ? _stands : _settled)}  {said.Text}")));
        return answer.Json(json => Write(json, book));
    }

    private static void Write(Utf8JsonWriter json, EvidenceBook book)
    {
        List(json, "signers", book.Signers, signer =>
        {
            json.WriteString("key", signer.Key.Id);
            json.WriteString("name", signer.Name);
            Words(json, "roles", signer.Roles);
            json.WriteBoolean("revoked", signer.IsRevoked);
        });
        List(json, "evidence", book.Filed, filed =>
        {
            json.WriteNumber("index", filed.Position);
            json.WriteString("automaton", filed.Automaton);
            json.WriteBoolean("erased", filed.Attestation is null);
            if (filed.Attestation is { } attestation)
            {
                json.WriteString("made", Entry.Format(filed.Made));
                json.WriteString("predicateType", attestation.PredicateType);
                json.WriteString("payload", filed.Digest);
            }

            Words(json, "signedBy", filed.SignedBy);
        });
        List(json, "contested", book.Contestations, said =>
        {
            json.WriteNumber("index", said.Position);
            json.WriteString("automaton", said.Automaton);
            json.WriteString("clause", said.Clause);
            json.WriteString("text", said.Text);
            json.WriteString("settled", said.Settled);
        });
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Words(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
