using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice;
using Gouvernail.Journals;

namespace Gouvernail.Tests.Journals;

/// <summary>Bytes of strangers: nothing is thrown, and what is taken is what would be written.</summary>
public sealed class CanonicalHostileTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" 1")]
    [InlineData("1\n")]
    [InlineData("\ufeff1")]
    [InlineData("1 2")]
    [InlineData("1,2")]
    [InlineData("{}{}")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1, 2]")]
    [InlineData("[1")]
    [InlineData("[1}")]
    [InlineData("]")]
    [InlineData("{")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\" :1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{a:1}")]
    [InlineData("{1:1}")]
    [InlineData("{\"a\":1,\"a\":1}")]
    [InlineData("{\"b\":1,\"a\":1}")]
    [InlineData("{\"\":1,\"\":1}")]
    [InlineData("{\"a\":1,\"\\u0061\":1}")]
    [InlineData("{\"\\n\":1,\"\\n\":1}")]
    [InlineData("{\"\\n\":1,\"\\t\":1}")]
    [InlineData("{\"\\\"\":1,\"\\u001f\":1}")]
    [InlineData("{\"\ue000\":1,\"\U00010000\":1}")]
    [InlineData("{\"a\\n\ue000\":1,\"a\\n\U00010000\":1}")]
    [InlineData("\"")]
    [InlineData("\"\\")]
    [InlineData("\"\\u")]
    [InlineData("\"\\u00")]
    [InlineData("\"\\u000")]
    [InlineData("\"\\u0001")]
    [InlineData("\"\\\"")]
    [InlineData("\"\n\"")]
    [InlineData("\"\0\"")]
    [InlineData("\"\\/\"")]
    [InlineData("\"\\u000a\"")]
    [InlineData("\"\\u001F\"")]
    [InlineData("\"\\U001f\"")]
    [InlineData("\"\\u0020\"")]
    [InlineData("\"\\u2028\"")]
    [InlineData("\"\\u005c\"")]
    [InlineData("\"\\ud83d\\ude00\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("'a'")]
    [InlineData("True")]
    [InlineData("tru")]
    [InlineData("truex")]
    [InlineData("nul")]
    [InlineData("undefined")]
    [InlineData("/**/1")]
    public void Bytes_in_any_other_form_are_refused(string text) =>
        Canonical.Takes(Encoding.UTF8.GetBytes(text)).ShouldBeFalse();

    [Theory]
    [InlineData("0")]
    [InlineData("-1.5")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\/\u007f\u2028\ufeff😀\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[{},[],0,\"\",false]")]
    [InlineData("{\"\":0,\"A\":0,\"a\":0,\"aa\":0}")]
    [InlineData("{\"\\t\":0,\"\\n\":0,\"\\u001f\":0,\" \":0,\"\\\"\":0,\"\\\\\":0}")]
    [InlineData("{\"a\":0,\"\U00010000\":0,\"\ue000\":0}")]
    public void Bytes_in_canonical_form_are_taken(string text) =>
        Canonical.Takes(Encoding.UTF8.GetBytes(text)).ShouldBeTrue();

    [Theory]
    [InlineData("22C322")] // cut off
    [InlineData("22C0AF22")] // overlong slash
    [InlineData("22C08022")] // overlong zero
    [InlineData("22E0808022")] // overlong, three bytes
    [InlineData("22F080808022")] // overlong, four bytes
    [InlineData("22EDA08022")] // half a surrogate pair
    [InlineData("22EDA0BDEDB88022")] // both halves, each by itself
    [InlineData("22F490808022")] // past U+10FFFF
    [InlineData("22FF22")]
    [InlineData("228022")]
    [InlineData("EFBBBF31")] // byte order mark
    [InlineData("FFFE3100")] // UTF-16
    public void Bytes_that_are_not_UTF_8_are_refused(string hex) =>
        Canonical.Takes(Convert.FromHexString(hex)).ShouldBeFalse();

    [Fact]
    public void Sixty_four_containers_may_stand_inside_one_another_and_no_more()
    {
        static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));
        Canonical.Takes(Nested(64)).ShouldBeTrue();
        Canonical.Takes(Nested(65)).ShouldBeFalse();
        Canonical.Takes(Nested(1_000_000)).ShouldBeFalse();
        static byte[] Objects(int depth) => Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("{\"\":", depth)) + "0" + new string('}', depth));
        Canonical.Takes(Objects(64)).ShouldBeTrue();
        Canonical.Takes(Objects(65)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("[", "0,", "0]")]
    [InlineData("\"", "\\u0000", "\"")]
    [InlineData("[\"", "\",\"", "\"]")]
    public void Reading_costs_a_small_multiple_of_the_input(string start, string part, string end)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(part, 1_000_000)) + end);
        long before = GC.GetAllocatedBytesForCurrentThread();
        CanonicalJson.IsCanonical(bytes).ShouldBeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
        CanonicalJson.TryParse(bytes, out System.Text.Json.JsonDocument? document).ShouldBeTrue();
        document!.Dispose();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(32L * bytes.Length);
    }

    [Fact]
    public void A_flipped_bit_is_refused_or_makes_another_canonical_text() =>
        Prop.ForAll(Canonical.Documents, Gen.Choose(0, int.MaxValue).ToArbitrary(), (json, place) =>
        {
            byte[] bytes = Canonical.Of(json);
            int bit = place % (bytes.Length * 8);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            _ = Canonical.Takes(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    /// <summary><c>GOUVERNAIL_FUZZ_SECONDS</c> makes it longer than its second.</summary>
    [Fact]
    public void No_bytes_whatever_make_it_throw()
    {
        byte[][] seeds =
        [
            [.. """{"at":1700000000000,"to":["a\"b","\u001f\n"],"x":-1.5e-9,"é":{"a":null,"😀":true}}"""u8],
            [.. """[[[{"":[{}]}]],0,0.000001,1e+21,"\\",false]"""u8],
            [],
        ];
        byte[] telling =
            [.. "{}[]\",:\\ untrfb0123456789+-.eE\n"u8, 0, 0x1F, 0x7F, 0x80, 0xC3, 0xED, 0xEF, 0xF0, 0xFF];
        var random = new SeededGenerator("hostile"u8, "canonical-json");
        double seconds = double.TryParse(
            Environment.GetEnvironmentVariable("GOUVERNAIL_FUZZ_SECONDS"), null, out double asked) ? asked : 1;
        var clock = Stopwatch.StartNew();
        int taken = 0;
        for (int tried = 0; clock.Elapsed.TotalSeconds < seconds; tried++)
        {
            var bytes = new List<byte>(seeds[tried % seeds.Length]);
            for (int changes = random.NextBelow(6); changes >= 0; changes--)
            {
                int at = random.NextBelow(bytes.Count + 1);
                byte value = random.NextBelow(4) == 0
                    ? (byte)random.NextBelow(256)
                    : telling[random.NextBelow(telling.Length)];
                int length = Math.Min(random.NextBelow(3), bytes.Count - at);
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Enumerable.Repeat(value, random.NextBelow(3)));
            }

            taken += Canonical.Takes([.. bytes]) ? 1 : 0;
        }

        taken.ShouldBeGreaterThan(0);
    }
}
