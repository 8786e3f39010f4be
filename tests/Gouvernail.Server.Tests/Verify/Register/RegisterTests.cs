using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Gouvernail.People;
using Gouvernail.Server.Tests.Consult;
using Gouvernail.Server.Tests.People;
using Gouvernail.Verify.Register;

namespace Gouvernail.Server.Tests.Verify.Register;

/// <summary>The register of automata on its pages and for programs.</summary>
public sealed class RegisterTests
{
    private const string New = "/facilitate/register/new";

    private static Card Nursery => new()
    {
        Name = "Nursery places",
        Version = "1",
        Class = AutomatonClass.Instrument,
        Purposes = ["allocation-of-places"],
        Provider = new("A software co-operative", "https://software.example", null, null),
        Artefact = new("model.bin", null, "javascript:alert(1)"),
        Task = new CardTask { Inputs = [new CardInput { Name = "district", Personal = true, ProxyOf = ["origin"] }] },
        Cost = Disclosed.Refuse<CardCost>("a <b>trade</b> secret"),
        Risks = [new("The district stands for origin.", "A yearly audit.")],
    };

    [Fact]
    public async Task The_register_is_listed_searched_and_filtered_without_a_script()
    {
        await using Desk desk = await Desk.OpenAsync();
        (await desk.TextAsync("/register")).ShouldContain("No automaton is registered yet.");
        File(desk, Nursery);
        File(desk, new Card { Name = "Énergie", Deployer = new("Régie", null, null, null) });
        string page = await desk.TextAsync("/register");
        page.ShouldContain("2 automata of 2");
        page.ShouldContain("1 of 6 disclosed");
        page.ShouldContain("1 refused");
        page.ShouldNotContain("<script");
        (await desk.TextAsync("/register?search=energie")).ShouldContain("1 automaton of 2");
        (await desk.TextAsync("/register?class=instrument")).ShouldNotContain("Énergie");
        (await desk.TextAsync("/register?purpose=allocation-of-places")).ShouldContain("1 automaton of 2");
        (await desk.TextAsync("/register?party=regie")).ShouldContain("1 automaton of 2");
        (await desk.TextAsync("/register?lang=fr&search=rien-de-tel")).ShouldContain("0 automate sur 2");
        (await desk.ReadAsync("/")).ShouldContain("href=\"/register\"");
    }

    [Fact]
    public async Task A_card_shows_what_is_disclosed_refused_and_missing_in_words()
    {
        await using Desk desk = await Desk.OpenAsync();
        File(desk, Nursery);
        string html = await desk.ReadAsync("/register/a1");
        html.ShouldContain(
            "<td class=\"refused\" role=\"cell\"><strong>Refused</strong><p dir=\"auto\">a &lt;b&gt;trade");
        html.ShouldContain("<td class=\"missing\" role=\"cell\"><strong>Nothing is said</strong></td>");
        html.ShouldContain("May stand for");
        html.ShouldContain("What this card does not say");
        html.ShouldContain("The district stands for origin.");
        html.ShouldNotContain("href=\"javascript");
        (await desk.TextAsync("/register/a1?lang=fr")).ShouldContain("Rien n’est dit");
        using HttpResponseMessage none = await desk.GetAsync("/register/a2");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_version_stays_and_says_what_changed()
    {
        await using Desk desk = await Desk.OpenAsync();
        File(desk, Nursery);
        File(desk, Nursery with { Version = "2" }, "a1");
        (await desk.TextAsync("/register/a1")).ShouldContain("1 difference");
        string old = await desk.TextAsync("/register/a1/v/1");
        old.ShouldContain("This is card number 1, which a later one has replaced.");
        (await desk.TextAsync("/register/a1/v/2")).ShouldContain("What changed since card number 1");
        foreach (string path in (string[])["/register/a1/v/3", "/register/a1/v/x", "/register/a1/v/-1"])
        {
            using HttpResponseMessage none = await desk.GetAsync(path);
            none.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Theory]
    [InlineData("card.json", "application/json")]
    [InlineData("cyclonedx.json", "application/vnd.cyclonedx+json")]
    [InlineData("huggingface.md", "text/markdown")]
    [InlineData("dutch.json", "application/json")]
    public async Task A_card_is_taken_away_in_every_format_that_is_written(string file, string type)
    {
        await using Desk desk = await Desk.OpenAsync();
        File(desk, Nursery);
        File(desk, Nursery with { Version = "2" }, "a1");
        foreach (string path in (string[])[$"/register/a1/{file}", $"/register/a1/v/1/{file}"])
        {
            using HttpResponseMessage answer = await desk.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"a1-{file}");
        }

        using HttpResponseMessage none = await desk.GetAsync("/register/a1/atrs.csv");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_facilitator_files_by_the_form_and_what_it_does_not_show_is_kept()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        string to = await desk.DoAsync(
            New, "/facilitate/register", ("name", "Letters"), ("class", "outil"), ("base", "{}"),
            ("purposes", "sorting\r\ntranslation\r\n"), ("objectives", "Answer within a week"), ("energy/kWh", "1,5"),
            ("refuse:cost", "yes"), ("reason:cost", "not ours to tell"), ("accountable", "A town"));
        to.ShouldBe("/register/a1?notice=filed");
        Card card = Latest(desk);
        card.Purposes.ShouldBe(["sorting", "translation"]);
        card.Energy!.KWh.ShouldBe(1.5);
        card.Accountable.ShouldBe(new CardAccountable("A town", "legal-person"));
        card.ReasonOf(CardTerm.Cost).ShouldBe("not ours to tell");
        card.Objectives!.Value!.ShouldHaveSingleItem().Text.ShouldBe("Answer within a week");

        Card full = card with
        {
            Lineage = [new("finetune", "base", null, null)],
            Objectives = Disclosed.Of<IReadOnlyList<CardObjective>>([new("Answer within a week", "m1#3")]),
        };
        File(desk, full, "a1");
        string form = await desk.TextAsync("/facilitate/register/a1");
        form.ShouldContain("not ours to tell");
        form.ShouldContain("Answer within a week [m1#3]");
        await desk.DoAsync(
            "/facilitate/register/a1", "/facilitate/register", ("automaton", "a1"),
            ("base", Encoding.UTF8.GetString(full.ToBytes())), ("name", "Letters"), ("class", "outil"),
            ("objectives", "Answer in five days [m1#3]\nBe polite\nCost little [m2#1]"),
            ("cost/formula", "mean of squares"));
        Card edited = Latest(desk);
        edited.Lineage.ShouldHaveSingleItem().Parent.ShouldBe("base");
        edited.Objectives!.Value!.Select(objective => (objective.Text, objective.MandateClause)).ShouldBe(
            [("Answer in five days", "m1#3"), ("Be polite", null), ("Cost little", "m2#1")]);
        edited.StateOf(CardTerm.Cost).ShouldBe(Disclosure.Disclosed);
        edited.Purposes.ShouldBeEmpty("the field was emptied");
    }

    [Fact]
    public async Task What_is_wrong_in_the_form_is_told_and_nothing_is_filed()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        string page = await desk.RefusedAsync(
            New, "/facilitate/register", ("name", "Letters"), ("base", "{}"), ("purposes", "Two Words"),
            ("artefact/sha256", "abc"), ("refuse:data", "yes"), ("energy/kWh", "much"));
        page.ShouldContain("Nothing was filed.");
        page.ShouldContain("Purposes, 1");
        page.ShouldContain("64 hexadecimal digits");
        page.ShouldContain("a refusal without a reason");
        page.ShouldContain("value=\"much\"");
        desk.Host.Community.RegisterBook.Automata.ShouldBeEmpty();
        (await desk.RefusedAsync(New, "/facilitate/register", ("name", " "), ("base", "{")))
            .ShouldContain("this member is needed");
    }

    [Fact]
    public async Task A_file_is_looked_at_before_it_is_filed_and_a_table_is_filed_at_once()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        using HttpResponseMessage read = await desk.UploadAsync(
            New, "/facilitate/register/read", "file",
            [("README.md", "---\nlicense: mit\nmodel_name: Words\ntags: [A B]\nwidget: 1\n---\n"u8.ToArray())],
            ("format", "huggingface"));
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        string page = await read.PageAsync();
        page.ShouldContain("This is what the file says.");
        page.ShouldContain("value=\"Words\"");
        page.ShouldContain("has no place on a card: widget");
        page.ShouldContain("Purposes, 1");
        desk.Host.Community.RegisterBook.Automata.ShouldBeEmpty();

        await desk.DoAsync(New, "/facilitate/register/read", ("format", "atrs"), ("text", "name\nOne\nTwo\n"));
        desk.Host.Community.RegisterBook.Automata.Select(automaton => automaton.Name).ShouldBe(["One", "Two"]);
        string wrong = await desk.RefusedAsync(New, "/facilitate/register/read", ("format", "card"), ("text", "{"));
        wrong.ShouldContain("no JSON");
    }

    [Fact]
    public async Task A_facilitator_retires_an_automaton_and_others_see_why()
    {
        await using Desk desk = await Desk.OpenAsync();
        File(desk, Nursery);
        (await desk.ReadAsync("/register/a1")).ShouldNotContain("/facilitate/register");
        await desk.SitAsync(Role.Facilitator);
        await desk.DoAsync("/register/a1", "/facilitate/register/a1/retire", ("reason", "replaced by hand"));
        (await desk.TextAsync("/register/a1")).ShouldContain("replaced by hand");
        (await desk.GetAsync("/facilitate/register/a1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_facilitators_file()
    {
        await using Desk desk = await Desk.OpenAsync();
        (await desk.GetAsync(New)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await desk.SitAsync(Role.Moderator);
        (await desk.GetAsync(New)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Programs_read_the_register_and_file_with_a_session()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        string card = Encoding.UTF8.GetString(Nursery.ToBytes());
        JsonElement filed = await PostAsync(desk, "/api/facilitate/register", $$"""{"card":{{card}}}""");
        filed.GetProperty("automaton").GetString().ShouldBe("a1");
        JsonElement list = await JsonAsync(desk, "/api/register?search=nursery&class=instrument");
        list.GetProperty("automata")[0].GetProperty("id").GetString().ShouldBe("a1");
        JsonElement shown = await JsonAsync(desk, "/api/register/a1");
        shown.GetProperty("disclosures").GetProperty("cost").GetString().ShouldBe("refused");
        Card.Read(Encoding.UTF8.GetBytes(shown.GetProperty("card").GetRawText())).Card!.Digest()
            .ShouldBe(shown.GetProperty("versions")[0].GetProperty("digest").GetString());
        JsonElement refused = await PostAsync(
            desk, "/api/facilitate/register", """{"card":{"_type":"x"}}""", HttpStatusCode.Conflict);
        refused.GetProperty("type").GetString().ShouldBe("/problems/card-invalid");
        refused.GetProperty("detail").GetString()!.ShouldContain("/name");
        await PostAsync(desk, "/api/facilitate/register/a1/retire", """{"reason":"replaced"}""");
        (await JsonAsync(desk, "/api/register/a1")).GetProperty("retired").GetString().ShouldBe("replaced");
        (await desk.GetAsync("/api/register/a9")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.GetAsync("/api/register?class=thing")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Card Latest(Desk desk)
    {
        desk.Host.Community.RegisterBook.TryGet("a1", out Automaton? automaton).ShouldBeTrue();
        return automaton.Card!;
    }

    private static void File(Desk desk, Card card, string? automaton = null)
    {
        Community community = desk.Host.Community;
        desk.Do(() => FileCard.Decide(
            community.Register.Book, community.Roles, new FileCard(automaton, card, By: null)));
    }

    private static async Task<JsonElement> JsonAsync(Desk desk, string path)
    {
        using JsonDocument document = JsonDocument.Parse(await desk.ReadAsync(path));
        return document.RootElement.Clone();
    }

    private static async Task<JsonElement> PostAsync(
        Desk desk, string path, string json, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await desk.Client.PostAsync(
            new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(expected);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
