using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Mandate.Adoption;

namespace Gouvernail.Cli.Tests.Evidence;

public sealed class EvidenceCommandTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_key_is_its_owners_alone_and_its_public_half_is_printed_twice()
    {
        Outcome made = Running.Cli("evidence", "key", "example.org/chair", "--out", _desk.At("chair.key"));
        made.Error.ShouldBe("");
        string[] lines = made.Output.Split('\n', 2);
        lines[0].ShouldStartWith("example.org/chair+");
        EnvelopeKeys.TryRead(lines[0], out EnvelopeKey? line).ShouldBeTrue();
        EnvelopeKeys.TryRead(lines[1], out EnvelopeKey? pem).ShouldBeTrue();
        line.ShouldBe(pem);
        made.Output.ShouldNotContain("PRIVATE");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_desk.At("chair.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        string before = File.ReadAllText(_desk.At("chair.key"));
        Outcome again = Running.Cli("evidence", "key", "example.org/chair", "--out", _desk.At("chair.key"));
        again.Code.ShouldBe(ExitCode.CannotWrite);
        File.ReadAllText(_desk.At("chair.key")).ShouldBe(before);
    }

    [Fact]
    public void A_dated_statement_is_signed_byte_for_byte()
    {
        string statement = _desk.File("audit.json", Statement("\"timeCreated\":\"2026-11-22T12:00:00Z\""));
        string target = _desk.At("audit.dsse.json");
        Running.Cli("evidence", "sign", statement, "--key", Key(), "--out", target).Error.ShouldBe("");
        Envelope.TryParse(File.ReadAllBytes(target), out Envelope? envelope, out _).ShouldBeTrue();
        envelope.PayloadType.ShouldBe("application/vnd.in-toto+json");
        envelope.Payload.ToArray().ShouldBe(File.ReadAllBytes(statement));
        KeyFile.TryRead(_desk.At("auditor.key"), out SignerKey? key, out _).ShouldBeTrue();
        using (key)
        {
            envelope.SignedBy([EnvelopeKey.Of(key.Verifier)]).Count.ShouldBe(1);
        }

        Running.Cli("evidence", "sign", statement, "--key", _desk.At("auditor.key")).Bytes
            .ShouldBe(File.ReadAllBytes(target));
    }

    [Fact]
    public void What_could_never_count_is_not_signed()
    {
        string key = Key();
        Refused(Statement("\"score\":1"), "does not tell when it was made");
        Refused(Statement("\"time\":\"yesterday\""), "does not tell when it was made");
        Refused("{}", "no in-toto statement");
        Refused(Statement("\"time\":\"2026-11-22\"").Replace("sha256", "md5", StringComparison.Ordinal), "no in-toto");
        Refused("nonsense", "no in-toto statement");
        Running.Cli("evidence", "sign", _desk.At("nothing"), "--key", key).Code.ShouldBe(ExitCode.NoInput);
        string dated = _desk.File("a.json", Statement("\"date\":\"2026-11-22\""));
        Running.Cli("evidence", "sign", dated, "--key", dated).Code.ShouldNotBe(ExitCode.Done);

        void Refused(string statement, string message)
        {
            Outcome outcome = Running.Cli("evidence", "sign", _desk.File("a.json", statement), "--key", key);
            outcome.Code.ShouldBe(ExitCode.BadInput);
            outcome.Bytes.ShouldBeEmpty();
            outcome.Error.ShouldContain(message);
        }
    }

    [Theory]
    [InlineData("evidence", "which command?")]
    [InlineData("evidence key", "what is the key called?")]
    [InlineData("evidence key a+b --out c", "without blanks and without +")]
    [InlineData("evidence key a", "with --out FILE")]
    [InlineData("evidence sign", "which statement?")]
    [InlineData("evidence sign a", "with which key?")]
    public void A_fault_of_usage_is_named(string line, string message)
    {
        Outcome outcome = Running.Cli(line.Split(' '));
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(message);
        Running.Cli([.. line.Split(' '), "--lang=fr"]).Error.ShouldNotContain(message);
    }

    private static string Statement(string predicate) =>
        "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"name\":\"model\",\"digest\":{\"sha256\":\""
        + new string('a', 64)
        + "\"}}],\"predicateType\":\"https://example.org/audit/v1\",\"predicate\":{" + predicate + "}}";

    private string Key()
    {
        Running.Cli("evidence", "key", "auditor.example", "--out", _desk.At("auditor.key")).Error.ShouldBe("");
        return _desk.At("auditor.key");
    }
}
