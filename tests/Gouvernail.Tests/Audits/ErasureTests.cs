using System.Text;
using Gouvernail.Audits;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;
using Gouvernail.Log;

namespace Gouvernail.Tests.Audits;

/// <summary>What was erased is gone, and what was proven stays so.</summary>
public sealed class ErasureTests : IDisposable
{
    private readonly Town _town = new();

    [Fact]
    public void A_result_over_an_erased_vote_says_how_it_differs_without_it()
    {
        (string id, long first) = _town.Import(Town.Talk());
        long vote = first + 30;
        Receipt receipt = _town.Community.Journal.Prove(vote)!;
        Sealed content = SealedAt(vote);
        _town.Publish(id);
        _town.Erase(vote).Refusal.ShouldBeNull();
        _town.Publish(id);

        string folder = _town.Export();
        using var bundle = new FolderBundle(folder);
        AuditReport report = Town.Audit(bundle);
        report.IsTampered.ShouldBeFalse();
        report.IsMismatched.ShouldBeFalse(Town.Told(report));
        report.IsIncomplete.ShouldBeTrue();
        report.Erasures.ShouldHaveSingleItem().Tombstone.Ground.ShouldBe("asked for by its author");
        report.Results[0].Status.ShouldBe(ResultStatus.AfterErasure);
        report.Results[0].ErasedSince.ShouldBe(1);
        report.Results[0].Difference!.English.ShouldContain("values differ");
        report.Results[0].Difference!.French.ShouldContain("valeurs");
        report.Results[1].Status.ShouldBe(ResultStatus.Reproduced);
        report.Results[1].ErasedSince.ShouldBe(0);

        Nowhere(folder, content);
        _town.Community.Journal.Size.ShouldBe(report.Checkpoint!.Size);
        InclusionHolds(receipt);
        _town.Reopen();
        Nowhere(_town.Folder.Path, content);
        using var stored = new StoredBundle(_town.Folder);
        Town.Audit(stored).IsMismatched.ShouldBeFalse();
    }

    [Fact]
    public void An_erased_statement_leaves_the_community_at_work()
    {
        (string id, long first) = _town.Import(Town.Talk(6, 3));
        _town.Publish(id);
        _town.Erase(first + 1).Refusal.ShouldBeNull();
        _town.Reopen();
        _town.Community.Consultations.TryGet(id, out _).ShouldBeTrue();
        _town.Publish(id);
        AuditReport report = Town.Audit(_town.Bundle());
        report.IsMismatched.ShouldBeFalse(Town.Told(report));
        report.Results[^1].Status.ShouldBe(ResultStatus.Reproduced);
    }

    [Fact]
    public async Task Of_two_erasures_of_one_entry_at_once_one_is_refused()
    {
        (_, long first) = _town.Import(Town.Talk(6, 3));
        using var hold = new ManualResetEventSlim();
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Task<Outcome> slow = _town.Community.Journal.SubmitAsync(
            _ =>
            {
                hold.Wait(cancel);
                return Decision.Refuse("slow", new("slow", "lent"));
            },
            cancel);
        Task<Outcome>[] both = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(
            () => _town.Erase(first + 10), cancel))];
        await Task.Delay(100, cancel);
        hold.Set();
        await slow;
        Outcome[] outcomes = await Task.WhenAll(both);
        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        outcomes.Single(o => o.Refusal is not null).Refusal!.Code.ShouldBe("erased-already");
        Town.Audit(_town.Bundle()).IsMismatched.ShouldBeFalse();
        _town.Reopen();
        _town.Erase(first + 10).Refusal!.Code.ShouldBe("erased-already");
    }

    [Fact]
    public void An_output_that_is_no_json_is_no_reason_to_fall()
    {
        (string id, long first) = _town.Import(Town.Talk(6, 3));
        Gouvernail.Aggregate.Results.ResultPublished honest = _town.Publish(id);
        foreach (string output in (string[])[
            "", "no json", """{"\ud800":1,"votes":{"\udc00":[]}}""", "[[[[", "{}", "7"])
        {
            string name = new Blobs(_town.Folder.Blobs).Keep(Encoding.UTF8.GetBytes(output));
            _town.Submit((honest with { Output = name }).ToDraft());
        }

        _town.Erase(first + 10).Refusal.ShouldBeNull();
        AuditReport report = Town.Audit(_town.Bundle());
        report.Results.Count(r => r.Status == ResultStatus.Differs).ShouldBe(4, "those that are no JSON");
        report.Results.Count(r => r.Status == ResultStatus.AfterErasure).ShouldBe(3);
    }

    public void Dispose() => _town.Dispose();

    private Sealed SealedAt(long position)
    {
        using SqliteJournalStore store = SqliteJournalStore.OpenToRead(_town.Folder.Database);
        return store.ReadSealed(position)!;
    }

    private void InclusionHolds(Receipt receipt)
    {
        Gouvernail.Log.Trees.InclusionProof.Check(
            Hash.Leaf(receipt.Extra), receipt.Index, Size(receipt), Head(receipt).Root, receipt.Proof).ShouldBeNull();
        _town.RootAt(Size(receipt)).ShouldBe(Head(receipt).Root);
    }

    private static Checkpoint Head(Receipt receipt) =>
        Checkpoint.TryParse(receipt.Checkpoint.Text, out Checkpoint? head, out _)
            ? head : throw new InvalidDataException();

    private static long Size(Receipt receipt) => Head(receipt).Size;

    private static void Nowhere(string folder, Sealed content)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "lock"))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            byte[] bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            foreach (byte[] gone in (byte[][])[
                content.Payload, content.Key, Encoding.ASCII.GetBytes(Convert.ToBase64String(content.Key))])
            {
                bytes.AsSpan().IndexOf(gone).ShouldBe(-1, file);
            }
        }
    }
}
