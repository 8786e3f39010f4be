using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Tests.Aggregate.OpinionMaps;

public sealed class MethodReportTests
{
    [Theory]
    [MemberData(nameof(Degenerate.Names), MemberType = typeof(Degenerate))]
    public void What_the_methods_say_of_too_little_is_reported_in_every_form(string name) =>
        Report(Degenerate.Of(name));

    [Fact]
    public void What_the_methods_say_of_a_whole_conversation_is_reported_in_every_form() =>
        Report(Sample.Of(people: 120, groups: 2));

    private static void Report(Sample sample)
    {
        OpinionMap[] maps =
        [
            OpinionMapMethod.Compute(sample.Conversation.Votes, new MapOptions { Resamples = 5 }),
            OpinionMapMethod.Compute(sample.Conversation.Votes, new MapOptions { Resamples = 0 }),
            PolisMethod.Compute(sample.Conversation.Votes),
        ];
        foreach (OpinionMap map in maps)
        {
            foreach (Language language in Enum.GetValues<Language>())
            {
                using var text = new StringWriter();
                TextReport.Write(text, sample.Conversation, map, language);
                text.ToString().ShouldContain(map.Method);
                using var html = new StringWriter();
                HtmlReport.Write(html, sample.Conversation, map, language);
                html.ToString().ShouldEndWith("</html>\n");
                html.ToString().ShouldNotContain("NaN");
                html.ToString().ShouldNotContain("UNSPEAKABLE");
            }

            using var json = new MemoryStream();
            OpinionMapJson.Write(json, map);
            json.Length.ShouldBeGreaterThan(100);
        }
    }
}
