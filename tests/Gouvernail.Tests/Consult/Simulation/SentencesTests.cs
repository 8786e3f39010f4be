using Gouvernail.Consult.Simulation;

namespace Gouvernail.Tests.Consult.Simulation;

public sealed class SentencesTests
{
    private static readonly Language[] _languages = [Language.English, Language.French];

    [Fact]
    public void There_are_fifty_short_sentences_all_different_in_each_language()
    {
        Sentences.All.Count.ShouldBe(50);
        foreach (Language language in _languages)
        {
            string[] texts = [.. Sentences.All.Select(s => s.In(language))];
            texts.Distinct(StringComparer.Ordinal).Count().ShouldBe(50);
            texts.ShouldAllBe(t => t.Length > 20 && t.Length <= 200 && t.EndsWith('.'));
        }
    }

    [Fact]
    public void Refusing_AI_altogether_can_be_said()
    {
        Sentences.Text(0, Language.English).ShouldBe("This service should not use AI at all.");
        Sentences.Text(0, Language.French).ShouldBe("Ce service devrait se passer complètement d’IA.");
    }

    [Fact]
    public void As_much_is_said_for_AI_as_against_it_and_for_control_as_against_it()
    {
        Math.Abs(Sentences.All.Sum(s => s.Trust)).ShouldBeLessThanOrEqualTo(2);
        Math.Abs(Sentences.All.Sum(s => s.Control)).ShouldBeLessThanOrEqualTo(3);
        Sentences.All.Count(s => s.Trust > 0).ShouldBe(Sentences.All.Count(s => s.Trust < 0));
    }

    [Fact]
    public void About_a_third_of_the_sentences_divide_nobody()
    {
        Sentences.All.Count(s => s.Reception is Reception.Shared or Reception.Refused).ShouldBe(15);
        Sentences.All.Count(s => s.Reception == Reception.Indifferent).ShouldBe(3);
        Sentences.All.Where(s => s.Reception != Reception.Divides).ShouldAllBe(s => s.Trust == 0 && s.Control == 0);
        Sentences.All.Where(s => s.Reception == Reception.Divides).ShouldAllBe(s => s.Trust != 0 || s.Control != 0);
    }

    [Fact]
    public void Past_the_last_sentence_they_come_again_numbered()
    {
        Sentences.Text(50, Language.English).ShouldBe("This service should not use AI at all. (variant 2)");
        Sentences.Text(100, Language.French).ShouldBe("Ce service devrait se passer complètement d’IA. (variante 3)");
    }
}
