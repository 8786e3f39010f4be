using Gouvernail.People;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Browser.Tests.Server;

/// <summary>The pages of mandates, the register, permits, evidence and petitions, and who reads them.</summary>
internal static class LoopPages
{
    public static readonly (string Name, string Path)[] Citizens =
    [
        ("home", "/"), ("mandates", "/mandates"), ("mandate", "/mandates/m1"), ("mandate-draft", "/mandates/m1/v/2"),
        ("register", "/register"), ("register-nothing", "/register?search=nothing-of-the-kind"),
        ("card", "/register/a1"), ("card-refusing", "/register/a2"), ("card-old", "/register/a2/v/1"),
        ("permit", "/register/a1/permit"), ("permit-refused", "/register/a2/permit"),
        ("permit-suspended", "/register/a3/permit"), ("evidence", "/register/a1/evidence"),
        ("evidence-contested", "/register/a2/evidence"), ("petitions", "/petitions"),
        ("petition-debated", "/petitions/p1"), ("petition-suspended", "/petitions/p2"),
        ("petition", "/petitions/p3"), ("petition-stopped", "/petitions/p5"), ("petition-data", "/petitions/p3/me"),
        ("petition-new", "/petitions/new"), ("leaflet", "/petitions/p3/leaflet"),
    ];

    public static readonly (string Name, string Path)[] Facilitators =
    [
        ("f-home", "/facilitate"), ("f-mandates", "/facilitate/mandates"),
        ("f-mandate-new", "/facilitate/mandates/new"), ("f-mandate", "/facilitate/mandates/m1"),
        ("f-purpose", "/facilitate/mandates/m1?kind=purpose"),
        ("f-objective", "/facilitate/mandates/m1?kind=objective"),
        ("f-evidence", "/facilitate/mandates/m1?clause=3"), ("f-term", "/facilitate/mandates/m1?clause=5"),
        ("f-card-new", "/facilitate/register/new"), ("f-card", "/facilitate/register/a2"),
        ("f-card-retire", "/register/a1"), ("f-verify", "/facilitate/verify"), ("f-petitions", "/facilitate/petitions"),
    ];

    public static readonly (string Name, string Path)[] Auditors = [("a-contest", "/register/a2/evidence")];

    /// <summary>Between them they have every control that there is on these pages.</summary>
    public static readonly string[] Keyed =
    [
        "mandate-draft", "register", "card-refusing", "permit-refused", "petition", "petition-new", "f-mandates",
        "f-evidence", "f-card-retire", "f-verify", "f-petitions", "a-contest",
    ];

    /// <summary>Forms that are sent with something wrong: the page, what is typed, and the button.</summary>
    public static readonly (string Name, string Path, (string Field, string Text)[] Typed, string Button)[] Wrong =
    [
        ("w-petition", "/petitions/new", [
            ("input[value=suspension]", "on"), ("#title", "Stop it"), ("#text", "It errs.")], "main form .primary"),
        ("w-mandate", "/facilitate/mandates/new", [
            ("#title", "Letters"), ("#preamble", "For what?"), ("#purpose-text", "Machines translate."),
            ("#term-text", "For long."), ("#term-expires", "2020-01-01")], "main form .primary"),
        ("w-rule", "/facilitate/mandates", [("input[name=people]", "on"), ("#share", "many")],
            "form[action$='/rule'] .primary"),
        ("w-clause", "/facilitate/mandates/m1?kind=evidence", [("#text", "It is fair.")],
            "form[action$='/clause'] .primary"),
        ("w-card", "/facilitate/register/new", [
            ("#name", "Letters"), ("[id='artefact/sha256'], [name='artefact/sha256']", "nonsense"),
            ("input[name='refuse:training']", "on")], "form[action='/facilitate/register'] .primary"),
        ("w-signer", "/facilitate/verify", [
            ("#signer-name", "An office"), ("#signer-roles", "auditor"), ("#signer-key", "nonsense")],
            "form[action$='/signers'] .primary"),
        ("w-thresholds", "/facilitate/petitions", [("#debate", "many")], "form[action$='/thresholds'] .primary"),
        ("w-evidence", "/register/a1/evidence", [("#envelope", "nonsense")], "form[action$='/evidence'] .primary"),
    ];

    /// <summary>Takes a role in this browser, by a link made on the server's machine.</summary>
    public static async Task Take(this Visitor who, Borough town, Role role)
    {
        await who.Go(await town.Served.LinkAsync(role));
        await who.Press("Take this role");
    }

    /// <summary>An address, in a language.</summary>
    public static string In(this string path, string language) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";

    /// <summary>Shows everything that is folded.</summary>
    public static Task Unfold(this Visitor who) => who.Page.EvaluateAsync(
        "() => document.querySelectorAll('details').forEach(details => details.open = true)");

    /// <summary>Types something wrong into a form, and sends it.</summary>
    public static async Task Err(
        this Visitor who, string path, IEnumerable<(string Field, string Text)> typed, string button)
    {
        await who.Go(path);
        await who.Unfold();
        foreach ((string field, string text) in typed)
        {
            if (text == "on")
            {
                await who.Page.Locator(field).CheckAsync();
            }
            else
            {
                await who.Page.Locator(field).FillAsync(text);
            }
        }

        // Only what the server finds wrong is looked for here.
        await who.Page.EvaluateAsync("() => document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        await who.Leads(() => who.Page.Locator(button).First.ClickAsync());
    }
}
