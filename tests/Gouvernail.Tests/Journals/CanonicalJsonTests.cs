using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Journals;

namespace Gouvernail.Tests.Journals;

public sealed class CanonicalJsonTests
{
    /// <summary>RFC 8785, section 3.2.2.</summary>
    [Fact]
    public void The_example_of_the_standard_is_written_as_it_says() =>
        Encoding.UTF8.GetString(Canonical.Of("""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """)).ShouldBe(
            """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"""
            + """
            "string":"€$\u000f\nA'B\"\\\\\"/"}
            """);

    /// <summary>RFC 8785, section 3.2.3: the face, past U+FFFF, comes before U+FB33.</summary>
    [Fact]
    public void Members_are_sorted_as_in_the_example_of_the_standard() =>
        Encoding.UTF8.GetString(Canonical.Of("""
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """)).ShouldBe(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
            + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\","
            + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""["\ud800"]""")]
    [InlineData("""["\ude00\ud83d"]""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("1e400")]
    [InlineData("-1e99999999999999999999")]
    public void A_value_without_a_canonical_form_is_a_bug_of_the_caller(string json) =>
        Should.Throw<ArgumentException>(() => Canonical.Of(json));

    [Theory]
    [InlineData("1e-99999999999999999999", "0")]
    [InlineData("0e99999999999999999999", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("\"\\/\\u2028\\u007F\"", "\"/\u2028\u007f\"")]
    public void A_value_written_otherwise_comes_to_its_one_form(string json, string canonical) =>
        Encoding.UTF8.GetString(Canonical.Of(json)).ShouldBe(canonical);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_a_bug_of_the_caller() =>
        Should.Throw<ArgumentException>(() => Canonical.Of([(byte)'"', 0xC3, (byte)'"']));

    [Fact]
    public void Nothing_and_a_value_too_deep_are_refused()
    {
        Should.Throw<ArgumentException>(() => CanonicalJson.Of(default));
        using var deep = JsonDocument.Parse(
            new string('[', 65) + new string(']', 65), new JsonDocumentOptions { MaxDepth = 100 });
        Should.Throw<InvalidOperationException>(() => CanonicalJson.Of(deep.RootElement));
    }

    [Fact]
    public void Canonical_bytes_stay_as_they_are_and_are_taken() =>
        Prop.ForAll(Canonical.Documents, json =>
        {
            byte[] bytes = Canonical.Of(json);
            return Canonical.Takes(bytes) && Canonical.Of(bytes).AsSpan().SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Only_what_would_be_written_is_taken() =>
        Prop.ForAll(Canonical.Documents, json =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            return Canonical.Takes(bytes) == Canonical.Of(json).AsSpan().SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Values_stay_what_they_were() =>
        Prop.ForAll(Canonical.Documents, json =>
        {
            using var before = JsonDocument.Parse(json);
            using var after = JsonDocument.Parse(CanonicalJson.Of(before.RootElement));
            return Same(before.RootElement, after.RootElement);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_members_does_not_matter() =>
        Prop.ForAll(Canonical.Texts.ListOf().ToArbitrary(), names =>
        {
            string[] members = [.. names.Distinct().Select(n => $"\"{JsonEncodedText.Encode(n)}\":{n.Length}")];
            byte[] forward = Canonical.Of($"{{{string.Join(',', members)}}}");
            byte[] backward = Canonical.Of($"{{{string.Join(',', members.Reverse())}}}");
            return forward.AsSpan().SequenceEqual(backward) && Canonical.Takes(forward);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\u2212", ",")] // fr-FR as ICU has it
    [InlineData("-", ",")] // tr-TR
    public void The_culture_does_not_matter(string minus, string point)
    {
        const string Json = """{"I":-1.5,"i":[-1e-9,1e300,-12345678],"ı":"İ"}""";
        byte[] here = Canonical.Of(Json);
        byte[]? abroad = null;
        bool taken = false;
        var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = minus;
        culture.NumberFormat.PositiveSign = "~";
        culture.NumberFormat.NumberDecimalSeparator = point;
        var thread = new Thread(() =>
        {
            abroad = Canonical.Of(Json);
            taken = CanonicalJson.IsCanonical(here);
        })
        { CurrentCulture = culture };
        thread.Start();
        thread.Join();
        abroad.ShouldBe(here);
        taken.ShouldBeTrue();
    }

    private static bool Same(JsonElement one, JsonElement other) => JsonElement.DeepEquals(one, other)
        || (one.ValueKind, other.ValueKind) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => one.GetDouble() == other.GetDouble(),
            (JsonValueKind.Array, JsonValueKind.Array) => one.EnumerateArray().Zip(other.EnumerateArray())
                .All(pair => Same(pair.First, pair.Second)) && one.GetArrayLength() == other.GetArrayLength(),
            (JsonValueKind.Object, JsonValueKind.Object) => one.GetPropertyCount() == other.GetPropertyCount()
                && one.EnumerateObject().All(m => Same(m.Value, other.GetProperty(m.Name))),
            _ => false,
        };
}
