using System.Text.Json;
using Gouvernail.Aggregate.Results;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Simulation;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Cli.Tests.Logs;

/// <summary>A community at work on a published consultation with one result; gone after the test.</summary>
internal sealed class PublicLog : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("gouvernail-").FullName;

    public PublicLog()
    {
        Community = Community.Open(
            Community.Found(this["data"], "town.example/log", "Town", TimeProvider.System), TimeProvider.System);
        Import(Publication.Statements | Publication.Votes);
        ResultMethods.TryGet("opinion-map/1", out IResultMethod? method).ShouldBeTrue();
        using JsonDocument none = JsonDocument.Parse("{\"resamples\":0}");
        method!.TryRead(none.RootElement, out byte[]? parameters, out _).ShouldBeTrue();
        Community.Publish("c1", method, parameters!, new Work()).Outcome.Refusal.ShouldBeNull();
    }

    public Community Community { get; }

    public string Folder => Community.Folder.Path;

    public string Vkey => Community.VerifierKey.ToString();

    public string this[string name] => Path.Combine(_root, name);

    public void Import(Publication publishes) => Community.Import(new ImportConversation(
        SimulatedConversation.Create(
            new SimulationOptions { Participants = 6, Statements = 3, Density = 1, Groups = 2, Seed = "log" }),
        publishes,
        Pseudonyms.NewKey())).Outcome.Refusal.ShouldBeNull();

    public void Erase(string ground) => Community.Erase(new Tombstone(10, ground, "the board")).Refusal.ShouldBeNull();

    public string Export(string name = "public")
    {
        Running.Cli("export", Folder, this[name]).Code.ShouldBe(ExitCode.Done);
        return this[name];
    }

    public string[] Names() => [.. Directory.GetFileSystemEntries(_root).Select(e => Path.GetFileName(e)!).Order()];

    public void Dispose()
    {
        Community.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
