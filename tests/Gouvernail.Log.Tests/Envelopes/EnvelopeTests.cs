using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;

namespace Gouvernail.Log.Tests.Envelopes;

/// <summary>Payloads that somebody signed, and nobody else.</summary>
public sealed class EnvelopeTests
{
    private const string Type = "http://example.com/HelloWorld";

    /// <summary>The example of the format's protocol.md: an ECDSA signature on P-256, r and s.</summary>
    private const string Example = """
        {"payload": "aGVsbG8gd29ybGQ=", "payloadType": "http://example.com/HelloWorld", "signatures": [
          {"sig": "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}
        """;

    private const string X = "46950820868899156662930047687818585632848591499744589407958293238635476079160";
    private const string Y = "5640078356564379163099075877009565129882514886557779369047442380624545832820";

    [Fact]
    public void What_is_signed_is_what_the_format_says() =>
        Encoding.UTF8.GetString(Envelope.Signed(Type, "hello world"u8))
            .ShouldBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");

    [Fact]
    public void The_example_of_the_format_verifies_and_no_other_message_does()
    {
        EnvelopeKey key = ExampleKey();
        Parse(Example).SignedBy([key]).ShouldBe([key]);
        Parse(Example.Replace("aGVsbG8gd29ybGQ=", "aGVsbG8gd29ybGU=")).SignedBy([key]).ShouldBeEmpty();
        Parse(Example.Replace("HelloWorld", "HelloWorlD")).SignedBy([key]).ShouldBeEmpty();
    }

    [Fact]
    public void Both_alphabets_and_no_padding_are_the_same_bytes()
    {
        Envelope plain = Parse(Example);
        Envelope other = Parse(Example.Replace('+', '-').Replace("=\"", "\"").Replace("=\"", "\""));
        other.Signatures[0].Bytes.Span.SequenceEqual(plain.Signatures[0].Bytes.Span).ShouldBeTrue();
        other.Payload.Span.SequenceEqual(plain.Payload.Span).ShouldBeTrue();
        other.SignedBy([ExampleKey()]).Count.ShouldBe(1);
    }

    [Fact]
    public void What_we_sign_is_read_back_and_verifies_by_our_key_alone()
    {
        using SignerKey key = SignerKey.Generate("example.org/audits", SignatureKind.Ed25519);
        using SignerKey other = SignerKey.Generate("example.org/audits", SignatureKind.Ed25519);
        Envelope made = Envelope.Sign("text/plain", "This holds."u8, key);
        Envelope read = Parse(Encoding.UTF8.GetString(made.ToJson()));
        EnvelopeKey ours = EnvelopeKey.Of(key.Verifier);
        read.SignedBy([EnvelopeKey.Of(other.Verifier), ours, ours]).ShouldBe([ours]);
        read.Signatures[0].KeyId.ShouldBe(ours.Id);
        EnvelopeKey.TryParse(ours.ToString(), out EnvelopeKey? again, out _).ShouldBeTrue();
        again.ShouldBe(ours);
    }

    [Fact]
    public void A_key_id_is_a_hint_and_two_signatures_by_one_key_are_one()
    {
        using SignerKey key = SignerKey.Generate("example.org/audits", SignatureKind.Ed25519);
        EnvelopeKey ours = EnvelopeKey.Of(key.Verifier);
        string sig = Convert.ToBase64String(Envelope.Sign("t", "p"u8, key).Signatures[0].Bytes.Span);
        Envelope twice = Parse($$"""
            {"payload":"cA","payloadType":"t","signatures":[{"keyid":"somebody else","sig":"{{sig}}"},
             {"keyid":"{{ours.Id}}","sig":"AAAA"},{"sig":"{{sig}}","more":1}],"more":null}
            """);
        twice.SignedBy([ours, ours]).ShouldBe([ours]);
        Parse("""{"payload":"cA","payloadType":"t","signatures":[{"keyid":"KEY","sig":"AAAA"}]}"""
            .Replace("KEY", ours.Id)).SignedBy([ours]).ShouldBeEmpty();
    }

    [Fact]
    public void A_signature_of_P256_may_be_DER_as_other_tools_write_it()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        EnvelopeKey.TryParse(ecdsa.ExportSubjectPublicKeyInfoPem(), out EnvelopeKey? key, out _).ShouldBeTrue();
        byte[] der = ecdsa.SignData(
            Envelope.Signed("t", "p"u8), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        Parse($$"""{"payload":"cA==","payloadType":"t","signatures":[{"sig":"{{Convert.ToBase64String(der)}}"}]}""")
            .SignedBy([key!]).ShouldBe([key!]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"payload":"cA","payloadType":"t","signatures":[]}""")]
    [InlineData("""{"payload":"cA","payloadType":"","signatures":[{"sig":"AAAA"}]}""")]
    [InlineData("""{"payload":"c","payloadType":"t","signatures":[{"sig":"AAAA"}]}""")]
    [InlineData("""{"payload":"c A=","payloadType":"t","signatures":[{"sig":"AAAA"}]}""")]
    [InlineData("""{"payload":"cB","payloadType":"t","signatures":[{"sig":"AAAA"}]}""")]
    [InlineData("""{"payload":"cA","payloadType":"t","signatures":[{"keyid":"k"}]}""")]
    [InlineData("""{"payload":"cA","payload":"cQ","payloadType":"t","signatures":[{"sig":"AAAA"}]}""")]
    [InlineData("""{"payload":"\ud800","payloadType":"t","signatures":[{"sig":"AAAA"}]}""")]
    public void What_could_be_read_in_two_ways_is_not_read(string json)
    {
        Envelope.TryParse(Encoding.UTF8.GetBytes(json), out _, out Problem? problem).ShouldBeFalse();
        problem.ShouldNotBeNull();
    }

    [Fact]
    public void Keys_of_other_kinds_and_points_off_the_curve_are_refused()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        string p256 = ExampleKey().ToString();
        foreach (string pem in (string[])[p384.ExportSubjectPublicKeyInfoPem(), rsa.ExportSubjectPublicKeyInfoPem(),
            rsa.ExportPkcs8PrivateKeyPem(), p256.Replace("PUBLIC", "PRIVATE"), Off(p256), "", new string('A', 9000)])
        {
            EnvelopeKey.TryParse(pem, out _, out Problem? problem).ShouldBeFalse();
            problem.ShouldNotBeNull();
        }
    }

    [Fact]
    public void No_bytes_whatever_make_it_throw() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        bytes =>
        {
            Envelope.TryParse(bytes, out _, out _).ShouldBeFalse();
            EnvelopeKey.TryParse(Encoding.Latin1.GetString(bytes), out _, out _).ShouldBeFalse();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_bit_of_a_payload_and_of_its_type_counts()
    {
        using SignerKey key = SignerKey.Generate("example.org/audits", SignatureKind.Ed25519);
        EnvelopeKey ours = EnvelopeKey.Of(key.Verifier);
        byte[] payload = "{\"passes\":true}"u8.ToArray();
        string sig = Convert.ToBase64String(Envelope.Sign("t", payload, key).Signatures[0].Bytes.Span);
        for (int bit = 0; bit < payload.Length * 8; bit++)
        {
            payload[bit / 8] ^= (byte)(1 << (bit % 8));
            Parse($$"""
                {"payload":"{{Convert.ToBase64String(payload)}}","payloadType":"t","signatures":[{"sig":"{{sig}}"}]}
                """).SignedBy([ours]).ShouldBeEmpty();
            payload[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static Envelope Parse(string json)
    {
        Envelope.TryParse(Encoding.UTF8.GetBytes(json), out Envelope? envelope, out Problem? problem)
            .ShouldBeTrue(problem?.Message);
        return envelope!;
    }

    private static EnvelopeKey ExampleKey()
    {
        using var ecdsa = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Coordinate(X), Y = Coordinate(Y) },
        });
        EnvelopeKey.TryParse(ecdsa.ExportSubjectPublicKeyInfoPem(), out EnvelopeKey? key, out _).ShouldBeTrue();
        return key!;
    }

    private static byte[] Coordinate(string number)
    {
        byte[] bytes = new byte[32];
        byte[] written = BigInteger.Parse(number, null).ToByteArray(isUnsigned: true, isBigEndian: true);
        written.CopyTo(bytes, 32 - written.Length);
        return bytes;
    }

    /// <summary>The same key with another y.</summary>
    private static string Off(string pem)
    {
        byte[] info = Convert.FromBase64String(string.Concat(pem.Split('\n').Where(l => !l.StartsWith('-'))));
        info[^1] ^= 1;
        return PemEncoding.WriteString("PUBLIC KEY", info);
    }
}
