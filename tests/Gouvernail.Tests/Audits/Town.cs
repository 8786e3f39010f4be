using System.Text;
using System.Text.Json;
using Gouvernail.Aggregate.Results;
using Gouvernail.Audits;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Simulation;
using Gouvernail.Journals;
using Gouvernail.Log;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;
using Gouvernail.People;

namespace Gouvernail.Tests.Audits;

/// <summary>A community in a folder of its own, gone after the test.</summary>
internal sealed class Town : IDisposable
{
    public const string Origin = "town.example/log";

    private readonly string _root = Directory.CreateTempSubdirectory("gouvernail-").FullName;
    private Community _community;

    public Town(TimeProvider? clock = null)
    {
        Clock = clock ?? TimeProvider.System;
        Folder = Community.Found(this["data"], Origin, "Town", Clock);
        _community = Community.Open(Folder, Clock);
    }

    public static Publication Everything => Publication.Statements | Publication.Votes;

    public TimeProvider Clock { get; }

    public DataFolder Folder { get; }

    public Community Community => _community;

    /// <summary>A path beside the data.</summary>
    public string this[string name] => Path.Combine(_root, name);

    public static Conversation Talk(int people = 12, int statements = 6, string seed = "talk", double density = 0.9) =>
        SimulatedConversation.Create(new SimulationOptions
        {
            Participants = people,
            Statements = statements,
            Density = density,
            Groups = Math.Min(2, people),
            Seed = seed,
        });

    /// <summary>Imports a conversation; gives the id of the consultation and the place of its first entry.</summary>
    public (string Id, long First) Import(Conversation talk, Publication? publishes = null)
    {
        (Outcome outcome, string id) = _community.Import(
            new ImportConversation(talk, publishes ?? Everything, Pseudonyms.NewKey()));
        outcome.Refusal.ShouldBeNull();
        return (id, outcome.First);
    }

    public ResultPublished Publish(
        string consultation, string method = "opinion-map/1", string given = "{\"resamples\":0}")
    {
        ResultMethods.TryGet(method, out IResultMethod? found).ShouldBeTrue();
        using JsonDocument document = JsonDocument.Parse(found!.Name == "polis" ? "{}" : given);
        found.TryRead(document.RootElement, out byte[]? parameters, out _).ShouldBeTrue();
        (Outcome outcome, ResultPublished? result) =
            _community.Publish(consultation, found, parameters!, new Work(), TestContext.Current.CancellationToken);
        outcome.Refusal.ShouldBeNull();
        return result!;
    }

    public Outcome Erase(long index, string ground = "asked for by its author", string authority = "the board") =>
        _community.Erase(new Tombstone(index, ground, authority), TestContext.Current.CancellationToken);

    /// <summary>Logs anything at all, as an operator could who does not keep to the rules.</summary>
    public long Submit(params Draft[] drafts) => _community.Journal.Submit(_ => Decision.Log(drafts)).First;

    public Hash RootAt(long size)
    {
        using var bundle = new StoredBundle(Folder);
        Checkpoint head = Head();
        VerifiedTiles.TryOpen(bundle.Tiles, head.Size, head.Root, out VerifiedTiles? tiles, out _).ShouldBeTrue();
        return Subtrees.Root(tiles!, size)!.Value;
    }

    public Checkpoint Head() =>
        Checkpoint.TryParse(_community.Journal.Checkpoint!.Text, out Checkpoint? head, out _)
            ? head : throw new InvalidDataException();

    /// <summary>Closes the folder and opens it again.</summary>
    public void Reopen()
    {
        _community.Dispose();
        _community = Community.Open(Folder, Clock);
    }

    /// <summary>Exports; gives the folder of the bundle.</summary>
    public string Export(string name = "public")
    {
        BundleExport.Write(Folder, this[name], cancellation: TestContext.Current.CancellationToken);
        return this[name];
    }

    public MemoryBundle Bundle(string name = "public") => MemoryBundle.Of(Export(name));

    public static AuditReport Audit(IBundle bundle, AuditOptions? options = null) =>
        Gouvernail.Audits.Audit.Run(
            bundle, options ?? new AuditOptions { Threads = 1 }, TestContext.Current.CancellationToken);

    /// <summary>What an audit found, in English, for a failing test to show.</summary>
    public static string Told(AuditReport report)
    {
        var text = new StringBuilder();
        foreach (AuditFinding finding in report.Findings)
        {
            text.Append(finding.Kind).Append(": ").Append(finding.What.English).Append('\n');
        }

        return text.ToString();
    }

    public void Dispose()
    {
        _community.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
