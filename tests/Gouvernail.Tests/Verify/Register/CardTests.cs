using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Journals;
using Gouvernail.Verify.Register;

namespace Gouvernail.Tests.Verify.Register;

/// <summary>What a card says, and what is wrong with one.</summary>
public sealed class CardTests
{
    [Fact]
    public void The_card_of_the_documentation_is_read_and_says_what_it_says()
    {
        Card card = Cards.Example;
        card.Class.ShouldBe(AutomatonClass.Instrument);
        card.Purposes.ShouldBe(["allocation-of-places"]);
        card.Objectives!.Value![0].MandateClause.ShouldBe("m1#3");
        card.StateOf(CardTerm.Training).ShouldBe(Disclosure.Refused);
        card.ReasonOf(CardTerm.Training)!.ShouldStartWith("The weights were voted");
        CardTerms.All.Where(term => term != CardTerm.Training)
            .ShouldAllBe(term => card.StateOf(term) == Disclosure.Disclosed && card.ReasonOf(term) == null);
        card.Missing().ShouldBeEmpty();
    }

    [Fact]
    public void A_card_is_the_same_bytes_whatever_it_was_written_with()
    {
        byte[] canonical = Cards.Example.ToBytes();
        CanonicalJson.IsCanonical(canonical).ShouldBeTrue();
        Cards.Read(canonical).ToBytes().ShouldBe(canonical);
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Cards.ExampleBytes];
        Cards.Read(marked).Digest().ShouldBe(Cards.Example.Digest());
        Cards.Read(Cards.With(("restrictions", "[\"not for decisions without a committee\",\" \",null]"),
            ("contact", "\"nursery@town.example\""))).Digest().ShouldBe(Cards.Example.Digest(), "blanks say nothing");
        Cards.Example.Digest().ShouldBe(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(canonical)));
        (Cards.Example with { Version = "2.1.1" }).Digest().ShouldNotBe(Cards.Example.Digest());
    }

    [Fact]
    public void Any_card_is_read_back_as_it_was_written() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Card card = Cards.Any(seed);
            Cards.Read(card.ToBytes()).ToBytes().ShouldBe(card.ToBytes());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("tool", AutomatonClass.Tool, "outil")]
    [InlineData("outil", AutomatonClass.Tool, "outil")]
    [InlineData("product", AutomatonClass.Product, "produit")]
    [InlineData("instrument", AutomatonClass.Instrument, "instrument")]
    public void Classes_are_read_in_both_languages_and_written_in_one(string word, AutomatonClass of, string written)
    {
        Card card = Cards.Read(Cards.With(("class", $"\"{word}\"")));
        card.Class.ShouldBe(of);
        using JsonDocument canonical = JsonDocument.Parse(card.ToBytes());
        canonical.RootElement.GetProperty("class").GetString().ShouldBe(written);
    }

    [Fact]
    public void Who_says_no_class_is_held_to_the_last_and_says_so()
    {
        Card card = Cards.Read(Cards.With(("class", null)));
        card.Class.ShouldBeNull();
        card.HeldTo().ShouldBe(AutomatonClass.Product);
        card.Missing().ShouldBe(["/class"]);
    }

    [Theory]
    [InlineData("cost", "null")]
    [InlineData("cost", "{}")]
    [InlineData("cost", """{"formula":"  ","constraints":[]}""")]
    [InlineData("cost", """{"refused":" "}""")]
    [InlineData("data", """[{"role":null},{}]""")]
    public void A_disclosure_with_nothing_in_it_is_missing(string term, string json)
    {
        Card card = Cards.Read(Cards.With((term, json)));
        card.StateOf(CardTerms.All.Single(t => t.Word() == term)).ShouldBe(Disclosure.Missing);
        card.Missing().ShouldBe(["/" + term]);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_with_its_place()
    {
        IReadOnlyList<CardProblem> problems = Cards.Problems("""
            {
              "_type": "gouvernail/system-card/v1", "purposs": ["x"], "status": "admitted", "class": "instrumant",
              "purposes": ["Translation"], "task": {"inputs": [{"name": 7}], "outputs": {}},
              "cost": {"refused": "no", "formula": "x"}, "energy": {"kWh": -1, "method": "a"},
              "artefact": {"sha256": "ABC"}, "licence": "two\nlines", "licence": "MIT", "data": {"role": "train"}
            }
            """);
        problems.Select(problem => problem.Where).ShouldBe(
        [
            "/purposs", "/status", "/class", "/purposes/0", "/task/inputs/0/name", "/task/outputs", "/cost/formula",
            "/energy/kWh", "/artefact/sha256", "/licence", "/licence", "/data", "/name",
        ]);
        problems[0].ToString().ShouldBe(
            "/purposs: a member that cards do not have here. Expected: did you mean purposes?");
        problems[0].In(Language.French).ShouldContain("vouliez-vous dire purposes\u00a0?");
        problems[1].Expected.English.ShouldContain("what an automaton may do is said by the log");
        problems[2].Expected.English.ShouldEndWith("did you mean instrument?");
        problems[4].Found.English.ShouldBe("7");
        problems[5].Expected.English.ShouldBe("did you mean output?");
    }

    [Theory]
    [InlineData("name", 100)]
    [InlineData("licence", 200)]
    public void A_text_that_is_too_long_is_refused_and_one_that_just_fits_is_not(string member, int longest)
    {
        Card.Read(Cards.With((member, $"\"{new string('é', longest)}\""))).IsRead.ShouldBeTrue();
        string emoji = string.Concat(Enumerable.Repeat("😀", longest));
        Card.Read(Cards.With((member, $"\"{emoji}\""))).IsRead.ShouldBeTrue("a character is a character");
        Card.Read(Cards.With((member, $"\"{new string('é', longest + 1)}\""))).Problems
            .ShouldHaveSingleItem().Expected.English.ShouldContain($"at most {longest} characters");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"name\":\"a\"}")]
    [InlineData("{\"_type\":\"gouvernail/system-card/v2\",\"name\":\"a\"}")]
    [InlineData("{\"_type\":\"gouvernail/system-card/v1\",\"name\":\"\\ud800\"}")]
    [InlineData("{\"_type\":\"gouvernail/system-card/v1\",\"name\":\"a\",\"\\ud800\":1}")]
    [InlineData("{\"_type\":\"gouvernail/system-card/v1\",\"name\":\"a\\u0007\"}")]
    [InlineData("{\"_type\":\"gouvernail/system-card/v1\",\"name\":\"a\",\"energy\":{\"kWh\":1e999}}")]
    [InlineData("{\"_type\":\"gouvernail/system-card/v1\",\"name\":\"a\",\"parameters\":{\"count\":1e17}}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]")]
    public void What_is_no_card_is_refused_with_a_reason(string json) => Cards.Problems(json).ShouldNotBeEmpty();

    [Fact]
    public void A_card_has_at_most_so_many_bytes()
    {
        string list = "[" + string.Join(',', Enumerable.Range(0, 30).Select(i => $"\"{new string('x', 2400)}\"")) + "]";
        Card.Read(Cards.With(("legalBasis", list))).Problems.ShouldHaveSingleItem()
            .Expected.English.ShouldStartWith("at most 40000; put the rest at an address");
        byte[] blanks = [.. Enumerable.Repeat((byte)' ', 10 * Card.MostBytes), .. Cards.ExampleBytes];
        Card.Read(blanks).IsRead.ShouldBeFalse();
        Card.Read(Encoding.Latin1.GetBytes("{\"name\":\"é\"}")).Problems.ShouldHaveSingleItem()
            .Found.English.ShouldBe("text that is not UTF-8");
    }

    [Fact]
    public void Two_versions_are_told_apart_by_what_they_say()
    {
        Card after = Cards.Read(Cards.With(("version", "\"3\""), ("restrictions", null),
            ("energy", """{"kWh":0.5,"method":"measured at the plug over one allocation","co2Grams":21}""")));
        CardDifference.Between(Cards.Example, after).ShouldBe(
        [
            new("/energy/kWh", "0.4", "0.5"),
            new("/restrictions/00", "not for decisions without a committee", null),
            new("/version", "2.1.0", "3"),
        ]);
        CardDifference.Between(after, after).ShouldBeEmpty();
    }
}
