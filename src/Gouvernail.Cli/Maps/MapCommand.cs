using System.CommandLine;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Cli.Maps;

/// <summary><c>gouvernail map</c>: what is asked for, read from the command line.</summary>
internal sealed class MapCommand : CliCommand
{
    private const int DefaultResamples = 50;
    private const int MostResamples = 10_000;

    private readonly Argument<string> _path = new("PATH") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _json = CommandTree.Text("--json");
    private readonly Option<string> _html = CommandTree.Text("--html");
    private readonly Option<string> _method = CommandTree.Text("--method");
    private readonly Option<string> _agreeIs = CommandTree.Text("--agree-is");
    private readonly Option<string> _export = CommandTree.Text("--export");
    private readonly Option<string> _credit = CommandTree.Text("--credit");
    private readonly Option<string> _bootstrap = CommandTree.Text("--bootstrap");
    private readonly Option<string> _threads = CommandTree.Text("--threads");
    private readonly Option<string> _inConversation = CommandTree.Text("--in-conversation");
    private readonly Option<string> _baseClusters = CommandTree.Text("--base-clusters");

    public MapCommand()
        : base("map")
    {
        Command.Add(_path);
        Option[] options =
        [
            _json, _html, _method, _agreeIs, _export, _credit, _bootstrap, _threads, _inConversation, _baseClusters,
        ];
        foreach (Option option in options)
        {
            Command.Add(option);
        }
    }

    public override string Help(Texts texts) => texts.MapHelp;

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        MapRequest? request = Read(parse, rules);
        return request is null ? rules.Fault : new MapRun(request, here, rules.Texts).Run(cancel);
    }

    private MapRequest? Read(ParseResult parse, UsageRules rules)
    {
        bool isPolis = rules.OneOf(_method, OpinionMapMethod.Name, PolisMethod.Name) == PolisMethod.Name;
        string? agreeIs = rules.OneOf(_agreeIs, "1", "-1");
        var request = new MapRequest
        {
            Path = parse.GetValue(_path) ?? "",
            Json = parse.GetValue(_json),
            Html = parse.GetValue(_html),
            Export = parse.GetValue(_export),
            Credit = parse.GetValue(_credit) ?? "",
            IsPolis = isPolis,
            AgreeIs = agreeIs is null ? null : agreeIs == "1" ? 1 : -1,
            Resamples = rules.Whole(_bootstrap, isPolis ? 0 : DefaultResamples, 0, MostResamples),
            Threads = rules.Whole(_threads, 1, 1, 1024),
            InConversation = parse.GetValue(_inConversation),
            BaseClusters = parse.GetValue(_baseClusters),
        };
        if (rules.Fault is null && Contradiction(request, rules.Texts) is { } message)
        {
            rules.Keep(rules.Usage(message));
        }

        return rules.Fault is null ? request : null;
    }

    private string? Contradiction(MapRequest request, Texts texts)
    {
        if (request.Path.Length == 0)
        {
            return texts.PathMissing;
        }

        if (request.IsPolis && request.Resamples > 0)
        {
            return texts.NoBootstrapWithPolis;
        }

        if (!request.IsPolis && (request.InConversation ?? request.BaseClusters) is not null)
        {
            return texts.OnlyWithPolis(request.InConversation is null ? _baseClusters.Name : _inConversation.Name);
        }

        if (request.InConversation is not null && request.BaseClusters is not null)
        {
            return texts.PinsExclude;
        }

        return request.Html == "-" ? texts.OnlyJsonToOutput
            : Overlap.Find(request, texts);
    }
}

/// <summary>One map to make.</summary>
internal sealed record MapRequest
{
    public required string Path { get; init; }

    public string? Json { get; init; }

    public string? Html { get; init; }

    public string? Export { get; init; }

    public string Credit { get; init; } = "";

    public bool IsPolis { get; init; }

    public int? AgreeIs { get; init; }

    public int Resamples { get; init; }

    public int Threads { get; init; }

    public string? InConversation { get; init; }

    public string? BaseClusters { get; init; }
}
