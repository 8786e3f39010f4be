using System.Text;
using Gouvernail.Aggregate.Results;
using Gouvernail.Audits;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Tests.Audits;

/// <summary>An operator who has the key and does not keep to the rules: the tree holds, and what
/// it says does not.</summary>
public sealed class ForgeryTests : IDisposable
{
    private readonly Town _town = new();
    private readonly string _id;
    private readonly long _first;

    public ForgeryTests() => (_id, _first) = _town.Import(Town.Talk(8, 4));

    [Fact]
    public void An_output_of_other_votes_is_found_out()
    {
        (string other, _) = _town.Import(Town.Talk(8, 4, "other"));
        ResultPublished honest = _town.Publish(other);
        Told(honest with { Consultation = _id }, ResultStatus.Differs, "it comes to something else");
    }

    [Fact]
    public void A_result_over_a_log_that_never_was_is_found_out()
    {
        ResultPublished honest = _town.Publish(_id);
        Told(honest with { Root = Hash.Leaf("another"u8) }, ResultStatus.Differs, "never had");
        Told(honest with { Size = honest.Size - 1 }, ResultStatus.Differs, "never had");
        Told(honest with { Size = 1_000_000 }, ResultStatus.Differs, "never had");
        Told(honest with { Size = 0, Root = Hash.Empty }, ResultStatus.Differs, "no consultation");
    }

    [Fact]
    public void A_result_over_its_own_place_is_found_out()
    {
        ResultPublished honest = _town.Publish(_id);
        long size = _town.Head().Size;
        Told(honest with { Size = size + 1, Root = _town.Head().Root }, ResultStatus.Differs, "never had");
    }

    [Fact]
    public void A_result_of_no_consultation_is_found_out() =>
        Told(_town.Publish(_id) with { Consultation = "c9" }, ResultStatus.Differs, "no consultation c9");

    [Fact]
    public void Parameters_that_were_not_those_are_found_out()
    {
        ResultPublished honest = _town.Publish(_id);
        foreach (string given in (string[])["{\"resamples\":50}", "{}", "{\"resamples\":\"x\"}", "{\"a\":1}",
            "{\"resamples\":1e300}", "{\"resamples\":-1}", "{\"resamples\":null}"])
        {
            AuditReport report = Forge(honest with { Parameters = Encoding.UTF8.GetBytes(given) });
            report.Results[^1].Status.ShouldBe(ResultStatus.Differs, given);
        }
    }

    [Fact]
    public void A_method_that_is_not_known_is_left_open()
    {
        ResultPublished honest = _town.Publish(_id);
        AuditReport report = Forge(honest with { Method = "oracle", Version = "7" });
        report.Results[^1].Status.ShouldBe(ResultStatus.UnknownMethod);
        report.IsMismatched.ShouldBeFalse();
        report.IsIncomplete.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"method":"opinion-map"}""")]
    [InlineData("""{"method":1,"output":[],"parameters":"x","root":{},"size":"1","version":null}""")]
    public void A_result_that_does_not_say_which_is_found_out(string body)
    {
        _town.Submit(new Draft(ResultPublished.Kind) { Consultation = _id, Body = Encoding.UTF8.GetBytes(body) });
        Town.Told(Town.Audit(_town.Bundle())).ShouldContain("says it is a result, and does not say which");
    }

    [Fact]
    public void A_public_vote_or_statement_is_none()
    {
        ResultPublished before = _town.Publish(_id);
        foreach (string kind in (string[])[VoteCast.Kind, StatementProposed.Kind])
        {
            _town.Submit(new Draft(kind)
            {
                Consultation = _id,
                Pseudonym = "stuffer",
                Body = """{"statement":"0","text":"x","vote":1}"""u8.ToArray(),
            });
        }

        _town.Reopen();
        _town.Publish(_id).Output.ShouldBe(before.Output);
        string told = Town.Told(Town.Audit(_town.Bundle()));
        told.ShouldContain("says it is a vote-cast, and is not one");
        told.ShouldContain("says it is a statement-proposed, and is not one");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_000)]
    public void A_tombstone_of_nothing_sealed_is_found_out(long index)
    {
        _town.Submit(TombstoneOf(index));
        Town.Told(Town.Audit(_town.Bundle())).ShouldContain("names no sealed entry");
    }

    [Theory]
    [InlineData("""{"authority":"a","ground":"g","index":"x"}""")]
    [InlineData("""{"authority":"a","ground":"g","index":1.5}""")]
    [InlineData("""{"authority":1,"ground":"g","index":1}""")]
    [InlineData("{}")]
    public void A_tombstone_that_names_no_entry_is_found_out(string body)
    {
        _town.Submit(new Draft(Tombstone.Kind) { Body = Encoding.UTF8.GetBytes(body) });
        Town.Told(Town.Audit(_town.Bundle())).ShouldContain("names no sealed entry");
    }

    [Fact]
    public void An_entry_is_erased_once()
    {
        _town.Erase(_first + 1).Refusal.ShouldBeNull();
        _town.Erase(_first + 1).Refusal!.Code.ShouldBe("erased-already");
        _town.Submit(TombstoneOf(_first + 1));
        Town.Told(Town.Audit(_town.Bundle())).ShouldContain($"entry {_first + 1} is erased twice");
    }

    [Fact]
    public void A_tombstone_beside_its_payload_is_found_out()
    {
        _town.Submit(TombstoneOf(_first + 1));
        Town.Told(Town.Audit(_town.Bundle())).ShouldContain("and its payload is here");
    }

    [Fact]
    public void A_payload_withheld_without_a_tombstone_is_found_out()
    {
        _town.Submit(TombstoneOf(_first + 3) with { Kind = "mishap", Erases = _first + 3 });
        AuditReport report = Town.Audit(_town.Bundle());
        report.IsMismatched.ShouldBeTrue();
        Town.Told(report).ShouldContain($"should be here and are not, the first that of entry {_first + 3}");
        using var stored = new StoredBundle(_town.Folder);
        Town.Audit(stored).IsMismatched.ShouldBeTrue();
    }

    [Fact]
    public void What_a_policy_keeps_closed_holds_when_it_is_shown_and_is_told()
    {
        (string closed, _) = _town.Import(Town.Talk(2, 2, "closed"), Publication.Nothing);
        _town.Publish(closed);
        MemoryBundle bundle = _town.Bundle();
        using var stored = new StoredBundle(_town.Folder);
        using Stream all = stored.Openings(0)!;
        using var bytes = new MemoryStream();
        all.CopyTo(bytes);
        AuditReport report = Town.Audit(bundle.With(OpenedFile.PathOf(0), bytes.ToArray()));
        report.IsMismatched.ShouldBeFalse(Town.Told(report));
        report.Results[^1].Status.ShouldBe(ResultStatus.Reproduced);
        report.Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.Remark);
        Town.Told(report).ShouldContain("said it would not publish");
    }

    [Fact]
    public void Another_logs_key_and_an_unmet_quorum_are_refused()
    {
        MemoryBundle bundle = _town.Bundle();
        using SignerKey other = SignerKey.Generate(Town.Origin, SignatureKind.Ed25519);
        using SignerKey witness = SignerKey.Generate("w.example", SignatureKind.Cosignature);
        Town.Audit(bundle, new AuditOptions { Key = other.Verifier }).IsTampered.ShouldBeTrue();
        AuditReport unseen = Town.Audit(
            bundle, new AuditOptions { Policy = BitFlipTests.Policy(_town.Community.VerifierKey, witness.Verifier) });
        unseen.IsTampered.ShouldBeTrue();
        Town.Told(unseen).ShouldContain("Too few");
        AuditReport own = Town.Audit(bundle.With("vkey", null), new AuditOptions { Key = _town.Community.VerifierKey });
        Town.Told(own).ShouldBe("");
        Town.Told(Town.Audit(bundle.With("vkey", null))).ShouldContain("--vkey");
    }

    [Theory]
    [InlineData("not json", "in another format")]
    [InlineData("", "in another format")]
    [InlineData("""{"kind": "x"}""", "in another format")]
    [InlineData("""{"body":{},"kind":"x","time":"1999-01-01T00:00:00.000Z"}""", "older than the one before")]
    public void An_entry_from_elsewhere_is_told(string entry, string told)
    {
        byte[] first = Encoding.UTF8.GetBytes("""{"body":{},"kind":"x","time":"2020-01-01T00:00:00.000Z"}""");
        using SignerKey key = SignerKey.Generate("elsewhere.example", SignatureKind.Ed25519);
        Town.Told(Town.Audit(ForeignLog.Of(key, first, Encoding.UTF8.GetBytes(entry)))).ShouldContain(told);
    }

    public void Dispose() => _town.Dispose();

    private static Draft TombstoneOf(long index) => new(Tombstone.Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.Name("authority");
            body.Text("me");
            body.Name("ground");
            body.Text("because");
            body.Name("index");
            body.Number(index);
        }),
    };

    private AuditReport Forge(ResultPublished forged)
    {
        _town.Submit(forged.ToDraft());
        return Town.Audit(MemoryBundle.Of(_town.Export(Path.GetRandomFileName())));
    }

    private void Told(ResultPublished forged, ResultStatus status, string told)
    {
        AuditReport report = Forge(forged);
        report.Results[^1].Status.ShouldBe(status);
        report.IsMismatched.ShouldBeTrue();
        Town.Told(report).ShouldContain(told);
    }
}
