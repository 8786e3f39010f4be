using System.CommandLine;
using System.Net;
using System.Text;
using Gouvernail.Consult;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli.Witnesses;

/// <summary><c>gouvernail witness</c>: cosigns the checkpoints of others' logs, until told to end.</summary>
internal sealed partial class WitnessCommand : CliCommand
{
    private readonly Argument<string> _folder;
    private readonly Option<string> _name;
    private readonly Option<string> _log;
    private readonly Option<string> _listen;

    public WitnessCommand()
        : base("witness")
    {
        _folder = Argument("DIR");
        _name = Text("--name");
        _log = Text("--log");
        _listen = Text("--listen");
    }

    public override string Help(Texts texts) => _help.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        string? path = parse.GetValue(_folder);
        if (string.IsNullOrEmpty(path))
        {
            return rules.Usage(_folderMissing.In(texts.Language));
        }

        IPEndPoint? endpoint = ListenAddress.Parse(parse.GetValue(_listen) ?? ListenAddress.Usual);
        string? name = parse.GetValue(_name);
        VerifierKey? log = null;
        if (Fault(endpoint, name, parse.GetValue(_log), texts, ref log) is { } wrong)
        {
            return rules.Usage(wrong);
        }

        using var folder = new WitnessFolder(path, texts.Language);
        if (!folder.HasKey && name is null)
        {
            return rules.Usage(_nameMissing.In(texts.Language));
        }

        if (!folder.HasLogs && log is null)
        {
            return rules.Usage(_logMissing.In(texts.Language));
        }

        if (folder.Open(name, log) is { } failure)
        {
            return failure;
        }

        string known = folder.Key.Verifier.Name;
        return name is not null && name != known ? rules.Usage(OtherName(known).In(texts.Language))
            : folder.Logs.Count == 0 ? rules.Usage(_logMissing.In(texts.Language))
            : ServeAsync(folder, endpoint!, here, texts, cancel).GetAwaiter().GetResult();
    }

    private string? Fault(IPEndPoint? endpoint, string? name, string? vkey, Texts texts, ref VerifierKey? log)
    {
        if (endpoint is null)
        {
            return _notAnAddress.In(texts.Language);
        }

        if (name is not null && !KeyName.IsValid(name))
        {
            return texts.WrongValue(_name.Name, name, _expectedName.In(texts.Language));
        }

        return vkey is not null && !(VerifierKey.TryParse(vkey, out log, out _) && log.Kind == SignatureKind.Ed25519)
            ? texts.WrongValue(_log.Name, vkey, _expectedLog.In(texts.Language))
            : null;
    }

    private static async Task<Failure?> ServeAsync(
        WitnessFolder folder, IPEndPoint endpoint, Surroundings here, Texts texts, CancellationToken cancel)
    {
        var warnings = new Warnings(here, texts);
        string key = folder.Key.Verifier.ToString();
        var witness = new Witness(folder.Key, folder.Logs, folder.Memory);
        using var server = new WitnessServer(witness, key, endpoint, here.Clock, warnings.Say);
        try
        {
            await server.StartAsync(cancel);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            Wording reason = e is IOException ? _taken : FileTrouble.Of(e);
            return new Failure(ExitCode.CannotWrite, CannotListen(endpoint.ToString(), reason).In(texts.Language));
        }

        if (!IPAddress.IsLoopback(endpoint.Address))
        {
            warnings.Say(_open);
        }

        string ready = Ready(server.Address.ToString(), key, folder.Logs.Count).In(texts.Language);
        here.Output.Write(Encoding.UTF8.GetBytes(ready));
        here.Output.Flush();
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        finally
        {
            await server.StopAsync();
        }

        return null;
    }
}
