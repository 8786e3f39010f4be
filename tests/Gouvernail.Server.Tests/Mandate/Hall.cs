using System.Globalization;
using Gouvernail.Aggregate.Results;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Server.Tests.Aggregate;
using Gouvernail.Server.Tests.Consult;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Mandate;

/// <summary>Mandates on a desk, written from a published result as facilitators do.</summary>
internal static class Hall
{
    public const string Root = "/facilitate/mandates";

    /// <summary>Imports a conversation, publishes its result, takes a facilitator's seat; the result's place.</summary>
    public static async Task<long> ConveneAsync(this Desk desk)
    {
        string id = Talks.Import(desk.Host.Community);
        await Talks.FacilitateAsync(desk);
        return desk.Publish(id);
    }

    /// <summary>Publishes a result; its place.</summary>
    public static long Publish(this Desk desk, string consultation)
    {
        (Outcome outcome, _) = desk.Host.Community.Publish(
            consultation, ResultMethods.All.First(m => m.Name == "opinion-map"), "{\"resamples\":0}"u8.ToArray(),
            new Work(), TestContext.Current.CancellationToken);
        outcome.Refusal.ShouldBeNull();
        return outcome.First;
    }

    /// <summary>Sets a rule by which people ratify.</summary>
    public static Task<string> RuleAsync(this Desk desk, string share = "60") => desk.DoAsync(
        Root, Root + "/rule", ("people", "yes"), ("share", share), ("participants", "5"), ("smallest", "10"));

    /// <summary>Writes a mandate by its form; its page.</summary>
    public static async Task<string> WriteAsync(this Desk desk, long result)
    {
        string to = await desk.DoAsync(Root + "/new", Root + "/new",
            ("result", Text(result)), ("title", "Letters & translation"), ("preamble", "For what?"), ("language", "en"),
            ("purpose-text", "Automata translate letters."), ("purpose-allowed", "translation\nreading-aloud"),
            ("purpose-forbidden", "hiring"), ("term-text", "For long."), ("term-expires", "2190-01-01"),
            ("term-lease", "30"), ("cite", $"{Text(result)}/1"), ("cite", $"{Text(result)}/2"),
            ("cite-term", $"{Text(result)}/3"));
        return to.Split('?')[0];
    }

    /// <summary>Opens the consultation that ratifies, lets everybody vote the same, closes it, publishes; its place.
    /// </summary>
    public static long Ratify(this Desk desk, string consultation, int people = 8)
    {
        Community community = desk.Host.Community;
        community.Consultations.TryGet(consultation, out Consultation? found).ShouldBeTrue();
        desk.Do(() => OpenConsultation.Decide(
            community.Consultations, new OpenConsultation(consultation, found!.Opened, null)));
        for (int person = 0; person < people; person++)
        {
            var who = new Participation(
                consultation, community.PseudonymsOf(consultation)!.Of(Text(person)), Rung.Open);
            foreach (string statement in found!.InOrder.Select(one => one.Id).ToArray())
            {
                desk.Do(() => CastVote.Decide(community.Consultations, new CastVote(who, statement, 1)));
            }
        }

        Talks.Close(community, consultation);
        return desk.Publish(consultation);
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
