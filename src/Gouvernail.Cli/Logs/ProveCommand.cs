using System.CommandLine;
using System.Text;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;
using Gouvernail.Log;

namespace Gouvernail.Cli.Logs;

/// <summary><c>gouvernail prove</c>: the receipt of an entry, made from the folder without writing to it.</summary>
internal sealed partial class ProveCommand : LogCommand
{
    private readonly Argument<string> _index;
    private readonly Option<string> _out;

    public ProveCommand()
        : base("prove")
    {
        _index = Argument("INDEX");
        _out = Text("--out");
    }

    public override string Help(Texts texts) => _help.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        long index = Index(parse, _index, rules);
        string? target = parse.GetValue(_out);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (target is not null && OutputFile.Obstacle(target, texts) is { } reason)
        {
            return new Failure(ExitCode.CannotWrite, texts.CannotWrite(target, reason));
        }

        Receipt? receipt = null;
        Failure? failure = JournalFailure.Guard(
            folder.Path, texts, () => Prove(folder, index, texts, out receipt), isReading: true);
        failure ??= target is null ? null : OutputFile.Write(target, texts, s => s.Write(receipt!.ToBytes()));
        if (failure is null)
        {
            Answer(parse, here, texts, folder, receipt!, target);
        }

        return failure;
    }

    private static Failure? Prove(DataFolder folder, long index, Texts texts, out Receipt? receipt)
    {
        if (!folder.Exists)
        {
            throw folder.Missing();
        }

        using SqliteJournalStore store = SqliteJournalStore.OpenToRead(folder.Database);
        receipt = Journals.Receipts.Prove(store, index);
        return receipt is not null
            ? null
            : new Failure(ExitCode.BadInput, OutOfRange(index, store.Head().Size, texts).In(texts.Language));
    }

    private void Answer(
        ParseResult parse, Surroundings here, Texts texts, DataFolder folder, Receipt receipt, string? target)
    {
        byte[] bytes = receipt.ToBytes();
        if (target is null && !IsJson(parse))
        {
            here.Output.Write(bytes);
            here.Output.Flush();
            return;
        }

        var answer = new LogAnswer(texts);
        if (target is not null)
        {
            string vkey = $"\"$(cat {Texts.Quoted(folder.VerifierKey)})\"";
            answer.Line(Wrote(target, LogAnswer.Number(receipt.Index, texts)))
                .Next($"gouvernail check-receipt {Texts.Quoted(target)} --vkey {vkey}");
        }

        answer.Json(json =>
        {
            json.WriteNumber("index", receipt.Index);
            if (target is not null)
            {
                json.WriteString("file", target);
            }

            json.WriteString("receipt", Encoding.UTF8.GetString(bytes));
        }).Head(receipt.Checkpoint);
        Say(parse, here, answer);
    }
}
