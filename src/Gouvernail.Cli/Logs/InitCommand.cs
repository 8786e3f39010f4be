using System.CommandLine;
using Gouvernail.Journals;
using Gouvernail.Log.Notes;
using Gouvernail.People;

namespace Gouvernail.Cli.Logs;

/// <summary><c>gouvernail init</c>: founds a community, with its log and its key.</summary>
internal sealed partial class InitCommand : LogCommand
{
    private readonly Option<string> _origin;
    private readonly Option<string> _community;

    public InitCommand()
        : base("init")
    {
        _origin = Text("--origin");
        _community = Text("--community");
    }

    public override string Help(Texts texts) => _help.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string origin = Origin(parse.GetValue(_origin), rules);
        string name = parse.GetValue(_community) ?? "";
        if (name.Length > CommunityFounded.LongestName)
        {
            rules.Keep(rules.Usage(_longName.In(texts.Language)));
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (OutputFile.FolderObstacle(folder.Path, texts) is { } reason)
        {
            return new Failure(ExitCode.CannotWrite, texts.CannotWrite(folder.Path, reason));
        }

        var answer = new LogAnswer(texts);
        Failure? failure = JournalFailure.Guard(folder.Path, texts, () =>
        {
            cancel.ThrowIfCancellationRequested();
            DataFolder made = Community.Found(folder.Path, origin, name, here.Clock);
            Describe(answer, made, origin, name, texts);
            return null;
        });
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    private string Origin(string? origin, UsageRules rules)
    {
        Texts texts = rules.Texts;
        if (origin is null)
        {
            rules.Keep(rules.Usage(_originMissing.In(texts.Language)));
        }
        else if (!KeyName.IsValid(origin) || origin.Contains("://", StringComparison.Ordinal))
        {
            rules.Keep(rules.Usage(texts.WrongValue(_origin.Name, origin, _expectedOrigin.In(texts.Language))));
        }

        return origin ?? "";
    }

    private static void Describe(LogAnswer answer, DataFolder folder, string origin, string name, Texts texts)
    {
        string vkey = File.ReadAllText(folder.VerifierKey).TrimEnd();
        _ = SignedNote.TryParse(File.ReadAllBytes(folder.Checkpoint), out SignedNote? head, out _);
        answer.Line(Founded(folder.Path)).Gap()
            .Row(_log, origin)
            .Row(_publicKey, vkey)
            .Row(_signingKey, folder.Key)
            .Gap().Line(_keepSafe).Gap()
            .Next($"gouvernail import {Texts.Quoted(folder.Path)} {_pathExample.In(texts.Language)}");
        answer.Json(json =>
        {
            json.WriteString("folder", folder.Path);
            json.WriteString("origin", origin);
            json.WriteString("community", name);
            json.WriteString("vkey", vkey);
            json.WriteString("signingKey", folder.Key);
        }).Head(head!);
    }
}
