using System.Text;
using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Verify.Evidence;

namespace Gouvernail.Tests.Verify.Evidence;

/// <summary>What evidence says, and about what.</summary>
public sealed class AttestationTests
{
    private const string Model = "aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11";
    private const string Passed = "https://in-toto.io/attestation/test-result/v0.1";

    [Fact]
    public void What_is_signed_is_read_back_and_is_about_its_subjects_alone()
    {
        var made = new Attestation([new("model.bin", Model)], Passed, Json("""{"result":"PASSED"}"""));
        using SignerKey key = SignerKey.Generate("example.org/lab", SignatureKind.Ed25519);
        Attestation read = Read(Envelope.Sign(Attestation.PayloadType, made.ToPayload(), key));
        read.Subjects.ShouldBe(made.Subjects);
        read.PredicateType.ShouldBe(Passed);
        Encoding.UTF8.GetString(read.Predicate.Span).ShouldBe("""{"result":"PASSED"}""");
        read.IsAbout(Model).ShouldBeTrue();
        read.IsAbout(Model.Replace('a', 'b')).ShouldBeFalse();
    }

    [Fact]
    public void Members_of_later_versions_and_other_digests_are_passed_over()
    {
        Attestation read = Read(Sealed("""
            {"_type":"https://in-toto.io/Statement/v1",
             "subject":[{"uri":"pkg:x","digest":{"sha512":"00","sha256":"MODEL"}}],
             "predicateType":"t","predicate":{"b":[1.50,true],"a":null},"more":1}
            """.Replace("MODEL", Model, StringComparison.Ordinal)));
        read.Subjects.ShouldBe([new("", Model)]);
        Encoding.UTF8.GetString(read.Predicate.Span).ShouldBe("""{"a":null,"b":[1.5,true]}""");
    }

    [Theory]
    [InlineData("", "[]")]
    [InlineData("Statement/v1", "Statement/v0.1")]
    [InlineData("\"predicate\":{}", "\"predicate\":[]")]
    [InlineData("\"predicate\":{}", "\"predicate\":{},\"predicate\":{\"result\":\"PASSED\"}")]
    [InlineData("\"predicate\":{}", "\"predicate\":{\"a\":1e999}")]
    [InlineData("sha256", "sha1")]
    [InlineData("aa11aa", "AA11AA")]
    [InlineData("\"name\":\"m\"", "\"name\":7")]
    [InlineData("\"name\":\"m\"", "\"name\":\"\\ud800\"")]
    [InlineData("[{\"name\":\"m\"", "[[],{\"name\":\"m\"")]
    [InlineData("predicateType", "predicateKind")]
    public void Anything_else_is_no_evidence_and_the_reason_says_what_was_expected(string part, string instead)
    {
        string whole = "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"name\":\"m\",\"digest\":"
            + "{\"sha256\":\"" + Model + "\"}}],\"predicateType\":\"t\",\"predicate\":{}}";
        Attestation.TryRead(Sealed(whole), out _, out _).ShouldBeTrue();
        string broken = part.Length == 0 ? instead : whole.Replace(part, instead, StringComparison.Ordinal);
        broken.ShouldNotBe(whole);
        Attestation.TryRead(Sealed(broken), out Attestation? read, out Wording? problem).ShouldBeFalse();
        read.ShouldBeNull();
        problem!.English.ShouldContain("predicateType");
    }

    [Fact]
    public void An_envelope_of_another_type_is_not_taken_for_evidence()
    {
        using SignerKey key = SignerKey.Generate("example.org/lab", SignatureKind.Ed25519);
        byte[] payload = new Attestation([new("", Model)], Passed, Json("{}")).ToPayload();
        Attestation.TryRead(Envelope.Sign("application/json", payload, key), out _, out Wording? problem)
            .ShouldBeFalse();
        problem!.English.ShouldContain(Attestation.PayloadType);
    }

    private static byte[] Json(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return CanonicalJson.Of(document.RootElement);
    }

    private static Envelope Sealed(string statement)
    {
        using SignerKey key = SignerKey.Generate("example.org/lab", SignatureKind.Ed25519);
        return Envelope.Sign(Attestation.PayloadType, Encoding.UTF8.GetBytes(statement), key);
    }

    private static Attestation Read(Envelope envelope)
    {
        Attestation.TryRead(envelope, out Attestation? read, out Wording? problem).ShouldBeTrue(problem?.English);
        return read!;
    }
}
