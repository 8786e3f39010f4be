using System.Net;
using Gouvernail.Cli.Witnesses;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli.Tests.Witnesses;

/// <summary>A witness that listens on a free port of this machine until the test is over.</summary>
internal sealed class Standing : IAsyncDisposable
{
    private readonly WitnessServer _server;

    private Standing(string name, IWitnessMemory memory, WatchedLog log, TimeSpan? patience)
    {
        Key = SignerKey.Generate(name, SignatureKind.Cosignature);
        var witness = new Witness(Key, [log.Key.Verifier], memory);
        _server = new WitnessServer(
            witness, Key.Verifier.ToString(), new IPEndPoint(IPAddress.Loopback, 0), new Clock(), Warned.Add, patience);
    }

    public static DateTimeOffset Now => WatchedLog.Once;

    public SignerKey Key { get; }

    public Uri Address => _server.Address;

    public List<Wording> Warned { get; } = [];

    public static async Task<Standing> StartAsync(
        IWitnessMemory memory, WatchedLog log, TimeSpan? patience = null, string name = "witness.example/w1")
    {
        var standing = new Standing(name, memory, log, patience);
        await standing._server.StartAsync(TestContext.Current.CancellationToken);
        return standing;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        _server.Dispose();
        Key.Dispose();
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
