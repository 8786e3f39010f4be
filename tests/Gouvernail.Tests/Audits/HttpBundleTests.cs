using System.Net;
using System.Net.Sockets;
using Gouvernail.Audits;

namespace Gouvernail.Tests.Audits;

/// <summary>A bundle on the web: what holds in a folder holds there, and a bad server is a failure,
/// not a verdict.</summary>
public sealed class HttpBundleTests : IDisposable
{
    private readonly Town _town = new();
    private readonly HttpListener _listener = new();
    private readonly MemoryBundle _bundle;
    private readonly Uri _address;

    public HttpBundleTests()
    {
        (string id, _) = _town.Import(Town.Talk(6, 3));
        _town.Publish(id);
        _bundle = _town.Bundle();
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        _address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/log/");
        probe.Stop();
        _listener.Prefixes.Add(_address.AbsoluteUri);
        _listener.Start();
    }

    [Fact]
    public void It_holds_over_the_web()
    {
        Serve((name, answer) => Give(answer, _bundle.Files.GetValueOrDefault(name)));
        Town.Told(Run()).ShouldBe("");
        using var without = new HttpBundle(new Uri(_address.AbsoluteUri.TrimEnd('/')));
        Town.Told(Town.Audit(without)).ShouldBe("");
    }

    [Fact]
    public void A_missing_tile_is_missing_and_a_damaged_one_damaged()
    {
        string tile = _bundle.Files.Keys.First(n => n.StartsWith("tile/0", StringComparison.Ordinal));
        Serve((name, answer) => Give(answer, name == tile ? null : _bundle.Files.GetValueOrDefault(name)));
        Run().IsTampered.ShouldBeTrue();
    }

    [Fact]
    public void A_server_that_fails_is_no_verdict()
    {
        Serve((_, answer) =>
        {
            answer.StatusCode = 500;
            answer.Close();
        });
        Should.Throw<BundleException>(Run).Reason.French.ShouldContain("répond 500");
    }

    [Fact]
    public void A_server_that_is_not_there_is_no_verdict()
    {
        _listener.Stop();
        Should.Throw<BundleException>(Run).Reason.English.ShouldContain("cannot be reached");
    }

    [Fact]
    public void A_server_that_falls_silent_is_given_up()
    {
        Serve((name, answer) =>
        {
            if (name.StartsWith("opened", StringComparison.Ordinal))
            {
                answer.SendChunked = true;
                answer.OutputStream.Write("{"u8);
                answer.OutputStream.Flush();
                return;
            }

            Give(answer, _bundle.Files.GetValueOrDefault(name));
        });
        Should.Throw<BundleException>(Run).Reason.English.ShouldContain("gave no answer");
    }

    [Fact]
    public void An_answer_without_end_is_cut()
    {
        Serve((name, answer) => Give(
            answer, name == "checkpoint" ? new byte[4_000_000] : _bundle.Files.GetValueOrDefault(name)));
        Run().IsTampered.ShouldBeTrue();
    }

    public void Dispose()
    {
        _listener.Close();
        _town.Dispose();
    }

    private AuditReport Run()
    {
        using var bundle = new HttpBundle(
            _address, TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        return Town.Audit(bundle);
    }

    private static void Give(HttpListenerResponse answer, byte[]? bytes)
    {
        answer.StatusCode = bytes is null ? 404 : 200;
        answer.Close(bytes ?? [], willBlock: true);
    }

    private void Serve(Action<string, HttpListenerResponse> answer) => _ = Task.Run(async () =>
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext asked = await _listener.GetContextAsync();
                answer(asked.Request.Url!.AbsolutePath["/log/".Length..], asked.Response);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The client has heard enough, or the test is over.
            }
        }
    });
}
