using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Tests.Audits;

namespace Gouvernail.Tests.People;

public sealed class RolesTests : IDisposable
{
    private readonly Town _town = new();

    [Fact]
    public void A_link_works_once_and_a_new_one_makes_it_void()
    {
        string first = Grant(null, Role.Facilitator, "Ana");
        Take(first).ShouldBeNull();
        Take(first).ShouldBe("link-void");
        _town.Community.RoleBook.Allows("r1", Role.Facilitator).ShouldBeTrue();
        _town.Community.RoleBook.Find("r1")!.Name.ShouldBe("Ana");
        string older = Grant(null, Role.Moderator, "", "r1");
        string newer = Grant("r2", Role.Moderator, "", "r1");
        Take(older).ShouldBe("link-void");
        Take(newer).ShouldBeNull();
        _town.Community.RoleBook.Allows("r2", Role.Moderator).ShouldBeTrue();
        _town.Community.RoleBook.Allows("r2", Role.Facilitator).ShouldBeFalse();
        _town.Reopen();
        _town.Community.RoleBook.Allows("r2", Role.Moderator).ShouldBeTrue();
        Take(newer).ShouldBe("link-void");
    }

    [Fact]
    public void Roles_are_given_and_taken_away_by_facilitators_and_one_is_left()
    {
        Take(Grant(null, Role.Facilitator, "")).ShouldBeNull();
        Take(Grant(null, Role.Moderator, "", "r1")).ShouldBeNull();
        GrantRefused(Role.Facilitator, "r2").ShouldBe("not-allowed");
        Revoke("r1", "r2").ShouldBe("not-allowed");
        Revoke("r1", "r1").ShouldBe("last-facilitator");
        Revoke("r2", "r1").ShouldBeNull();
        _town.Community.RoleBook.Allows("r2", Role.Moderator).ShouldBeFalse();
        Revoke("r2", "r1").ShouldBe("no-such-holder");
        Take(Grant(null, Role.Facilitator, "")).ShouldBeNull();
        Revoke("r1", "r3").ShouldBeNull();
    }

    [Fact]
    public void Secret_texts_are_read_as_what_they_are_alone()
    {
        var links = new RoleLinks(RoleLinks.NewKey());
        string link = links.LinkOf("r12", 3);
        links.ReadLink(link).ShouldBe(("r12", 3));
        links.ReadSession(link).ShouldBeNull("a link is no session");
        DateTimeOffset since = DateTimeOffset.UnixEpoch.AddDays(20_000);
        links.ReadSession(links.SessionOf("r12", since)).ShouldBe(("r12", since));
        links.ReadLink(links.SessionOf("r12", since)).ShouldBeNull();
        string?[] wrong = [null, "", "r12", link[..^1], link + "A", "é" + link[1..], new string('A', link.Length)];
        wrong.ShouldAllBe(text => links.ReadLink(text) == null);
        new RoleLinks(RoleLinks.NewKey()).ReadLink(link).ShouldBeNull();
    }

    public void Dispose() => _town.Dispose();

    private string Grant(string? holder, Role role, string name, string? by = null)
    {
        (Outcome outcome, string? link) = _town.Community.GrantRoleAsync(
            holder, role, name, by, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        outcome.Refusal.ShouldBeNull();
        return link!;
    }

    private string? GrantRefused(Role role, string by) => _town.Community.GrantRoleAsync(
        null, role, "", by, TestContext.Current.CancellationToken).GetAwaiter().GetResult().Outcome.Refusal?.Code;

    private string? Take(string link)
    {
        (string holder, int number) = _town.Community.RoleLinks()!.ReadLink(link)!.Value;
        return _town.Community.Journal.Submit(now =>
            TakeRole.Decide(_town.Community.Roles, new TakeRole(holder, number), now)).Refusal?.Code;
    }

    private string? Revoke(string holder, string by) => _town.Community.Journal.Submit(_ =>
        RevokeRole.Decide(_town.Community.Roles, new RevokeRole(holder, by))).Refusal?.Code;
}
