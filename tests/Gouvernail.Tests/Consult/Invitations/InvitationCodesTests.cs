using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;
using Gouvernail.Tests.Consult.Consultations;

namespace Gouvernail.Tests.Consult.Invitations;

public sealed class InvitationCodesTests
{
    private static readonly InvitationCodes _codes = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void A_code_says_its_serial_number_however_it_is_typed()
    {
        foreach (int serial in (int[])[1, 2, 31, 32, 1023, 99_999, InvitationsIssued.Most])
        {
            string code = _codes.Of(serial);
            code.Length.ShouldBe(19);
            _codes.Read(code).ShouldBe(serial);
            _codes.Read(" " + code.Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant()).ShouldBe(serial);
            _codes.Read(code.Replace('0', 'o').Replace('1', 'l')).ShouldBe(serial);
        }
    }

    [Fact]
    public void No_other_code_is_one()
    {
        string code = _codes.Of(7);
        for (int at = 0; at < code.Length; at++)
        {
            foreach (char sign in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".Where(s => code[at] is not '-' && s != code[at]))
            {
                _codes.Read(code[..at] + sign + code[(at + 1)..]).ShouldBeNull();
            }
        }

        string?[] wrong = [null, "", "7", code + "0", code[..^1], "é" + code[1..], new string('0', 16)];
        wrong.ShouldAllBe(text => _codes.Read(text) == null);
        new InvitationCodes(new byte[32]).Read(code).ShouldBeNull("the key of another consultation");
    }

    [Fact]
    public void A_list_of_members_gives_each_an_invitation_that_can_be_revoked()
    {
        using Meeting meeting = Meeting.Opened(new Terms { Admits = [Rung.Member] });
        DateTimeOffset later = meeting.Town.Clock.GetUtcNow().AddDays(30);
        string? Issue(DateTimeOffset expires, params string[] who) => meeting.Do(list => ListMembers.Decide(
            list, new ListMembers(Meeting.Id, who, "Members", expires, "r1", InvitationCodes.NewKey()),
            meeting.Town.Clock.GetUtcNow()));
        Issue(later, "ana@example.org", "bob@example.org").ShouldBeNull();
        Issue(later.AddYears(-1), "cid@example.org").ShouldBe("expired-already");
        Issue(later, "").ShouldBe("identifier-length");
        meeting.Live.Members().Select(m => (m.Serial, m.Identifier))
            .ShouldBe([(1, "ana@example.org"), (2, "bob@example.org")]);
        meeting.Do(list => RevokeInvitations.Decide(
            list, new RevokeInvitations(Meeting.Id, new InvitationsRevoked(2, 1, "Left.", "r1")))).ShouldBeNull();
        meeting.Live.View().InvitationOf(1)!.Use.ShouldBe(InvitationUse.Member);
        meeting.Live.View().InvitationOf(2).ShouldBeNull();
        meeting.Live.View().InvitationOf(3).ShouldBeNull();
    }
}
