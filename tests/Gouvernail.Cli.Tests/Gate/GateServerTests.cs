using System.Net;
using System.Net.Sockets;
using System.Text;
using Gouvernail.Log.Notes;
using Gouvernail.Verify.Gate;

namespace Gouvernail.Cli.Tests.Gate;

/// <summary>A server's answer counts where its key has signed it, now, about what was asked.</summary>
public sealed class GateServerTests : IDisposable
{
    private readonly Council _council = new Council().Admitted();

    public void Dispose() => _council.Dispose();

    [Fact]
    public void What_the_log_s_key_has_signed_now_counts()
    {
        using var server = new Answers { Decision = _council.Signed(), Key = _council.Vkey };
        Outcome outcome = Ask(server, "a1", "--vkey", _council.Vkey);
        outcome.Error.ShouldBe("");
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Output.ShouldStartWith("ADMITTED: a1 until ");
        server.Asked.ShouldHaveSingleItem().ShouldMatch("^/api/gate/a1/decision.dsse.json\\?nonce=[0-9a-f]{32}$");
        Outcome own = Ask(server, "a1");
        own.Code.ShouldBe(ExitCode.Done);
        own.Error.ShouldContain("the key is the server's own word");
        _council.RunIn(new() { ["GOUVERNAIL_SERVER"] = server.Address }, "gate", "check", "a1", "--vkey", _council.Vkey)
            .Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void A_card_in_hand_is_asked_for_by_its_digest()
    {
        string digest = GateDecision.Read(_council.Check("--json").Bytes)!.CardDigest;
        using var server = new Answers { Decision = _council.Signed(card: digest), Key = _council.Vkey };
        Ask(server, _council.CardFile, "--vkey", _council.Vkey).Code.ShouldBe(ExitCode.Done);
        server.Asked[0].ShouldMatch($"^/api/gate/sha256:{digest}/decision.dsse.json\\?nonce=[0-9a-f]+&card={digest}$");
        string other = _council.Desk.File(
            "other.json", Council.CardJson.Replace("a corpus", "another", StringComparison.Ordinal));
        Outcome outcome = Ask(server, other, "--vkey", _council.Vkey);
        outcome.Code.ShouldBe(ExitCode.Tampered);
        outcome.Error.ShouldContain("about something else");
    }

    [Fact]
    public void What_is_forged_replayed_or_about_another_decides_nothing()
    {
        using var stranger = SignerKey.Generate("example.org/our-city", SignatureKind.Ed25519);
        byte[] signed = _council.Signed();
        using var server = new Answers { Decision = signed, Key = _council.Vkey };
        Ask(server, "a1", "--vkey", stranger.Verifier.ToString()).Code.ShouldBe(ExitCode.Tampered);
        Ask(server, "a2", "--vkey", _council.Vkey).Error.ShouldContain("about something else");
        Ask(server, "a2", "--vkey", _council.Vkey).Code.ShouldBe(ExitCode.Tampered);
        _council.Now = _council.Now.AddMinutes(6);
        Outcome replayed = Ask(server, "a1", "--vkey", _council.Vkey);
        replayed.Code.ShouldBe(ExitCode.Tampered);
        replayed.Error.ShouldContain("replayed, or a clock is wrong");
        replayed.Output.ShouldStartWith("REFUSED: there is no decision");
        _council.Now = _council.Now.AddMinutes(-6);
        string text = Encoding.UTF8.GetString(signed);
        int at = text.IndexOf("\"payload\":\"", StringComparison.Ordinal) + 20;
        server.Decision = Encoding.UTF8.GetBytes(
            text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..]);
        Ask(server, "a1", "--vkey", _council.Vkey).Code.ShouldBe(ExitCode.Tampered);
        foreach (string nonsense in (string[])["", "{}", "<html>", "[1]", "\u0000"])
        {
            server.Decision = Encoding.UTF8.GetBytes(nonsense);
            Ask(server, "a1", "--vkey", _council.Vkey).Code.ShouldBe(ExitCode.Tampered, nonsense);
        }

        server.Decision = signed;
        server.Key = "no key";
        Ask(server, "a1").Code.ShouldBe(ExitCode.Tampered);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_a_refusal_too()
    {
        string address;
        using (var server = new Answers())
        {
            address = server.Address;
            Ask(server, "a1", "--vkey", _council.Vkey).Code.ShouldBe(ExitCode.NoInput);
        }

        Outcome outcome = _council.Run("gate", "check", "a1", "--server", address, "--vkey", _council.Vkey);
        outcome.Code.ShouldBe(ExitCode.NoInput);
        outcome.Output.ShouldStartWith("REFUSED: there is no decision");
        outcome.Error.ShouldContain("cannot be reached");
        _council.Run("gate", "check", "a1", "--server", address, "--observe").Code.ShouldBe(ExitCode.Done);
    }

    private Outcome Ask(Answers server, string what, params string[] more) =>
        _council.Run(["gate", "check", what, "--server", server.Address, .. more]);

    /// <summary>A server that says what a test tells it to.</summary>
    private sealed class Answers : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Answers()
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
            }

            _listener.Prefixes.Add(Address);
            _listener.Start();
            _ = ServeAsync();
        }

        public string Address { get; }

        public byte[]? Decision { get; set; }

        public string Key { get; set; } = "";

        public List<string> Asked { get; } = [];

        public void Dispose() => _listener.Close();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    HttpListenerContext context = await _listener.GetContextAsync();
                    string path = context.Request.RawUrl!;
                    byte[]? answer = path == "/log/vkey" ? Encoding.UTF8.GetBytes(Key + "\n") : Decision;
                    if (path != "/log/vkey")
                    {
                        Asked.Add(path);
                    }

                    context.Response.StatusCode = answer is null ? 404 : 200;
                    await context.Response.OutputStream.WriteAsync(answer ?? []);
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // Closed: the test is over.
            }
        }
    }
}
