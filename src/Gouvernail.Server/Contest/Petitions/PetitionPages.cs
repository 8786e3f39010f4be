using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Verify.Register;

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
            Debate = petition.Debate,
            DebateTopic = door.TopicOf(petition.Debate),
            AutomatonName = NameOf(petition.Started.Automaton),
            Permit = petition.Started.Automaton is { } automaton
                && community.PermitBook.Of(automaton).At(clock.GetUtcNow()) is var status
                ? status
                : null,
        };
    }

    /// <summary>What an automaton is called; null where there is none, or it has no name but its id.</summary>
    private string? NameOf(string? automaton) =>
        automaton is not null && community.RegisterBook.TryGet(automaton, out Automaton? found)
        && found.Name != automaton
            ? found.Name
            : null;
}
