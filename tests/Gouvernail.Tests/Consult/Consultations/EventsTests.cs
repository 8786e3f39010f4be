using System.Text;
using Gouvernail.Choice;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Tests.Consult.Consultations;

public sealed class EventsTests
{
    [Fact]
    public void Votes_come_back_as_they_went()
    {
        foreach (VoteCast vote in (VoteCast[])[new("1", 1, null), new("é\u2028\"", -1, 0), new("x", 0, 1 - (1L << 53))])
        {
            byte[] payload = vote.ToDraft("c1", "p").Payload!;
            CanonicalJson.IsCanonical(payload).ShouldBeTrue();
            VoteCast.Read(payload).ShouldBe(vote);
        }
    }

    [Fact]
    public void Statements_come_back_as_they_went()
    {
        foreach (StatementProposed one in (StatementProposed[])[
            new("1", "", false, null), new("2", "More trees, \"please\"\n", true, 1_767_225_600_000)])
        {
            byte[] payload = one.ToDraft("c1", null).Payload!;
            CanonicalJson.IsCanonical(payload).ShouldBeTrue();
            StatementProposed.Read(payload).ShouldBe(one);
        }
    }

    [Fact]
    public void Public_events_come_back_as_they_went()
    {
        foreach (Publication publishes in Enumerable.Range(0, 4).Select(p => (Publication)p))
        {
            var opened = new ConsultationOpened("Which trees?", "Long.", "https://example.org", publishes);
            ConsultationOpened.Read(EntryOf(opened.ToDraft("c1", new byte[32]))).ShouldBe(opened);
        }

        foreach (Moderation moderation in Enum.GetValues<Moderation>())
        {
            var moderated = new StatementModerated("s", moderation, moderation == Moderation.Accepted);
            StatementModerated.Read(EntryOf(moderated.ToDraft("c1"))).ShouldBe(moderated);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"statement":"1"}""")]
    [InlineData("""{"vote":1}""")]
    [InlineData("""{"statement":"","vote":1}""")]
    [InlineData("""{"statement":1,"vote":1}""")]
    [InlineData("""{"statement":"1","vote":2}""")]
    [InlineData("""{"statement":"1","vote":-2}""")]
    [InlineData("""{"statement":"1","vote":0.5}""")]
    [InlineData("""{"statement":"1","vote":"1"}""")]
    [InlineData("""{"statement":"1","vote":{"vote":1}}""")]
    [InlineData("""{"statement":"1","vote":[1]}""")]
    [InlineData("""{"at":"x","statement":"1","vote":1}""")]
    [InlineData("""{"at":5000000000000000000,"statement":"1","vote":1}""")]
    [InlineData("""{"more":1,"statement":"1","vote":1}""")]
    [InlineData("""{"statement":"1","text":5}""")]
    [InlineData("""{"seed":false,"statement":"1","text":"x"}""")]
    [InlineData("""{"statement":{"text":"x"},"text":"x"}""")]
    public void What_is_neither_a_vote_nor_a_statement_is_nothing(string payload)
    {
        VoteCast.Read(Encoding.UTF8.GetBytes(payload)).ShouldBeNull();
        StatementProposed.Read(Encoding.UTF8.GetBytes(payload)).ShouldBeNull();
    }

    [Fact]
    public void No_canonical_payload_makes_a_reader_throw()
    {
        var chance = new SeededGenerator("events"u8, "payloads");
        string[] parts = [
            "{", "}", "[", "]", ":", ",", "\"statement\"", "\"vote\"", "\"at\"", "\"text\"", "\"seed\"", "1",
            "-1", "1e+300", "true", "null", "\"x\"", "{}", "[]"];
        int read = 0;
        for (int i = 0; i < 100_000; i++)
        {
            var text = new StringBuilder("{");
            for (int n = 1 + chance.NextBelow(3); n > 0; n--)
            {
                text.Append(parts[6 + chance.NextBelow(5)]).Append(':').Append(parts[11 + chance.NextBelow(8)])
                    .Append(n > 1 ? "," : "");
            }

            text.Append(chance.NextBelow(9) == 0 ? parts[chance.NextBelow(parts.Length)] : "}");
            byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
            if (CanonicalJson.IsCanonical(bytes))
            {
                read += VoteCast.Read(bytes) is null ? 0 : 1;
                read += StatementProposed.Read(bytes) is null ? 0 : 1;
                var entry = new Entry
                { Kind = StatementModerated.Kind, Consultation = "c", Time = default, Body = bytes };
                StatementModerated.Read(entry).ShouldBeNull();
                ConsultationOpened.Read(entry with { Kind = ConsultationOpened.Kind }).ShouldBeNull();
                Tombstone.Read(entry with { Kind = Tombstone.Kind }).ShouldBeNull();
            }
        }

        read.ShouldBeGreaterThan(0);
    }

    private static Entry EntryOf(Draft draft)
    {
        CanonicalJson.IsCanonical(draft.Body).ShouldBeTrue();
        byte[] bytes = new Entry
        {
            Kind = draft.Kind,
            Time = DateTimeOffset.UnixEpoch,
            Consultation = draft.Consultation,
            Body = draft.Body,
        }.ToBytes();
        Entry.TryParse(bytes, out Entry? entry, out _).ShouldBeTrue();
        return entry!;
    }
}
