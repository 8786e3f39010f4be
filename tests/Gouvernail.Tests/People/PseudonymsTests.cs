using System.Security.Cryptography;
using System.Text;
using Gouvernail.Audits;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Tests.Audits;

namespace Gouvernail.Tests.People;

public sealed class PseudonymsTests
{
    [Fact]
    public void A_pseudonym_is_the_first_half_of_an_hmac()
    {
        byte[] key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        byte[] hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("Zoé"));
        string expected = Convert.ToBase64String(hash[..16]).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        new Pseudonyms(key).Of("Zoé").ShouldBe(expected);
        expected.Length.ShouldBe(Pseudonyms.Length);
    }

    [Fact]
    public void Two_consultations_cannot_be_joined()
    {
        using var town = new Town();
        (string one, _) = town.Import(Town.Talk(3, 2));
        (string two, _) = town.Import(Town.Talk(3, 2));
        string first = town.Community.PseudonymsOf(one)!.Of("imported:0");
        first.ShouldNotBe(town.Community.PseudonymsOf(two)!.Of("imported:0"));
        first.ShouldBe(town.Community.PseudonymsOf(one)!.Of("imported:0"));
    }

    [Fact]
    public void Without_their_key_nobody_is_behind_them_and_the_votes_count()
    {
        using var town = new Town();
        (string id, _) = town.Import(Town.Talk(6, 3));
        string before = town.Publish(id).Output;
        town.Submit(new Draft("pseudonyms-destroyed")
        {
            Consultation = id,
            Body = "{}"u8.ToArray(),
            Secrets = [new Secret(Pseudonyms.SecretOf(id), [])],
        });
        town.Community.PseudonymsOf(id).ShouldBeNull();
        town.Publish(id).Output.ShouldBe(before);
        AuditReport report = Town.Audit(town.Bundle());
        Town.Told(report).ShouldBe("");
        report.Results.ShouldAllBe(r => r.Status == ResultStatus.Reproduced);
        town.Community.PseudonymsOf("c9").ShouldBeNull();
    }

    [Fact]
    public void A_community_is_founded_once_under_a_name_that_is_read_again()
    {
        CommunityFounded.Decide(new CommunityFounded("Town"), 1).Refusal!.Code.ShouldBe("founded-already");
        CommunityFounded.Decide(new CommunityFounded(new string('x', 501)), 0).Refusal!.Code.ShouldBe("name-too-long");
        using var town = new Town();
        using var stored = new StoredBundle(town.Folder);
        Town.Told(Town.Audit(stored)).ShouldBe("");
    }
}
