using System.Collections.Concurrent;
using System.Globalization;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.People;
using Gouvernail.Server.Consult;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>Somebody at a petition.</summary>
/// <param name="Pseudonym">Who, under its pseudonyms.</param>
/// <param name="Rung">How sure it is that they are one person.</param>
/// <param name="IsRevoked">True where their invitation was revoked: what they did stays theirs.</param>
internal sealed record Signer(string Pseudonym, Rung Rung, bool IsRevoked);

/// <summary>Somebody before a petition gives them a pseudonym.</summary>
/// <param name="Name">What the community knows them by; it does not enter the log.</param>
/// <param name="Rung">How sure it is that they are one person.</param>
/// <param name="IsRevoked">True where their invitation was revoked.</param>
internal sealed record Person(string Name, Rung Rung, bool IsRevoked);

/// <summary>
/// Knows who somebody is to a petition: a personal invitation of its roll is the person, on whatever device; everybody
/// else is a device, and so is who came by a code that many have.
/// </summary>
internal sealed class PetitionDoor(Community community, Visits visits, Devices devices)
{
    private readonly ConcurrentDictionary<string, Pseudonyms> _pseudonyms = new(StringComparer.Ordinal);

    /// <summary>Who asks; null where nothing is known of them yet.</summary>
    public Signer? Of(HttpContext context, Petition petition) =>
        SignerOf(petition, PersonOf(context, petition.Started.Roll));

    /// <summary>Like <see cref="Of"/>, of a device that bears a cookie from now on.</summary>
    public Signer? Ensure(HttpContext context, Petition petition)
    {
        devices.Ensure(context);
        return Of(context, petition);
    }

    /// <summary>Who asks, to a roll; null where nothing is known of them yet.</summary>
    public Person? PersonOf(HttpContext context, string? roll) =>
        roll is not null && visits.InvitationOf(context, roll) is var (serial, rung, isRevoked)
            ? new Person(NameOf(serial), isRevoked ? Rung.Open : rung, isRevoked)
        : devices.Of(context) is { } device ? new Person(device.Person, Rung.Open, false)
        : null;

    /// <summary>Like <see cref="PersonOf"/>, of a device that bears a cookie from now on.</summary>
    public Person EnsurePerson(HttpContext context, string? roll)
    {
        devices.Ensure(context);
        return PersonOf(context, roll)!;
    }

    /// <summary>The question of a roll, for people; null where there is none.</summary>
    public string? TopicOf(string? roll) => roll is null ? null : visits.ViewOf(roll)?.Opened.Topic;

    private static string NameOf(int serial) => "invitation:" + serial.ToString(CultureInfo.InvariantCulture);

    private Signer? SignerOf(Petition petition, Person? person)
    {
        if (!_pseudonyms.TryGetValue(petition.Id, out Pseudonyms? names))
        {
            names = community.PseudonymsOf(petition.Id) is { } read ? _pseudonyms.GetOrAdd(petition.Id, read) : null;
        }

        return person is null || names is null
            ? null
            : new Signer(names.Of(person.Name), person.Rung, person.IsRevoked);
    }
}
