using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Contest.Petitions;

namespace Gouvernail.Tests.Contest.Petitions;

public sealed class PetitionPropertiesTests
{
    private const int People = 7;

    [Fact]
    public void Whatever_people_do_the_count_is_of_those_who_stand_and_it_passes_once() =>
        Prop.ForAll<(byte Who, byte What)[]>(steps =>
        {
            var street = new Street(suspension: 4);
            street.Start().ShouldBeNull();
            var standing = new HashSet<int> { 0 };
            bool passed = false;
            foreach ((byte who, byte what) in steps)
            {
                int person = who % People;
                string name = person == 0 ? "ana" : $"person {person}";
                switch (what % 4)
                {
                    case 0 or 1:
                        street.Sign(name).ShouldBe(standing.Add(person) ? null : "signed-already");
                        break;
                    case 2:
                        street.Withdraw(name).ShouldBe(
                            !standing.Contains(person) ? "not-signed" : passed ? "passed-already" : null);
                        _ = passed || standing.Remove(person);
                        break;
                    default:
                        foreach (long entry in street.P1.EntriesOf(street.Of(name)))
                        {
                            if (!street.P1.Descriptions.Contains(entry))
                            {
                                street.Erase(entry);
                                standing.Remove(person);
                            }
                        }

                        break;
                }

                passed |= standing.Count >= 4;
                street.P1.Count.ShouldBe(standing.Count);
                street.P1.Days.Values.Sum().ShouldBe(standing.Count);
                (street.P1.Passed is not null).ShouldBe(passed);
            }

            street.CountOf(PetitionPassed.Kind).ShouldBe(passed ? 1 : 0);
            PetitionsTests.Told(street.Replayed()).ShouldBe(PetitionsTests.Told(street.Book));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_has_signed_does_not_depend_on_who_came_first() => Prop.ForAll<int>(seed =>
    {
        int[] order = [.. Enumerable.Range(1, People).OrderBy(i => unchecked((i * 7919) ^ seed) % 31).ThenBy(i => -i)];
        string Signed(IEnumerable<int> people)
        {
            var street = new Street(suspension: 5);
            street.Start().ShouldBeNull();
            foreach (int person in people)
            {
                street.Sign($"person {person}").ShouldBeNull();
            }

            street.CountOf(PetitionPassed.Kind).ShouldBe(1);
            street.P1.Passed!.Signatures.ShouldBe(5);
            return string.Join(' ', street.P1.Signatories.Keys.Where(street.P1.HasSigned).Order());
        }

        return Signed(order) == Signed(Enumerable.Range(1, People));
    }).QuickCheckThrowOnFailure();
}
