using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>What pages show of a petition to who reads them.</summary>
internal sealed class PetitionPages(Community community, PetitionDoor door, Site site, TimeProvider clock)
{
    /// <summary>Finds a petition; null where there is none.</summary>
    public Petition? Find(string id) => community.PetitionBook.TryGet(id, out Petition? petition) ? petition : null;

    /// <summary>The address of a petition's page, for others.</summary>
    public string AddressOf(HttpRequest request, Petition petition) =>
        site.AddressOf(request, "/petitions/" + petition.Id);

    /// <summary>The page of a petition.</summary>
    public PetitionModel ModelOf(HttpContext context, Petition petition)
    {
        Signer? who = door.Of(context, petition);
        return new PetitionModel(petition, AddressOf(context.Request, petition), petition.IsOpen(clock.GetUtcNow()))
        {
            Rung = who?.Rung ?? Rung.Open,
            HasSigned = who is not null && petition.HasSigned(who.Pseudonym),
            Signature = who is not null && petition.HasSigned(who.Pseudonym)
                ? petition.Signatories[who.Pseudonym].Position
                : null,
            IsStarter = who?.Pseudonym == petition.Starter,
            HasEntries = who is not null && petition.EntriesOf(who.Pseudonym).Count > 0,
            RollTopic = door.TopicOf(petition.Started.Roll),
            Opened = petition.Passed is null ? [] : [.. OpenedBy(petition)],
            Permit = petition.Started.Automaton is { } automaton
                && community.PermitBook.Of(automaton).At(clock.GetUtcNow()) is var status
                ? status
                : null,
        };
    }

    /// <summary>The consultations that say they come from a petition.</summary>
    private IEnumerable<KeyValuePair<string, string>> OpenedBy(Petition petition) => community.Live.All
        .Select(live => live.View())
        .Where(view => view.Stage != Stage.Draft
            && view.Opened.Url.EndsWith("/petitions/" + petition.Id, StringComparison.Ordinal))
        .Select(view => KeyValuePair.Create(view.Id, view.Opened.Topic));
}
