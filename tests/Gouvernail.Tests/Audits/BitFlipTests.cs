using System.Globalization;
using Gouvernail.Audits;
using Gouvernail.Consult.Consultations;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Tests.Audits;

/// <summary>
/// Every bit of every file of a small bundle, one after another. <c>GOUVERNAIL_FLIP_PEOPLE</c> makes the community
/// larger than the few people whose bits are quickly flipped.
/// </summary>
public sealed class BitFlipTests
{
    private const int FewPeople = 2;

    /// <summary>
    /// A community with a result, an erasure and a result after it, and two consultations that publish less.
    /// </summary>
    internal static MemoryBundle Small(Town town, int people = FewPeople)
    {
        int statements = Math.Max(2, people / 2);
        (string first, long at) = town.Import(Town.Talk(people, statements, "one"));
        (string closed, _) = town.Import(Town.Talk(1, 1, "two"), Publication.Nothing);
        (string half, _) = town.Import(Town.Talk(1, 1, "three"), Publication.Statements);
        town.Publish(first);
        town.Erase(at + (2 * statements) + 2).Refusal.ShouldBeNull();
        town.Publish(first);
        town.Publish(closed);
        town.Publish(half, "polis/1");
        return town.Bundle();
    }

    [Fact]
    public void A_small_bundle_holds_as_far_as_it_is_published()
    {
        using var town = new Town();
        AuditReport report = Town.Audit(Small(town));
        report.IsTampered.ShouldBeFalse(Town.Told(report));
        report.IsMismatched.ShouldBeFalse(Town.Told(report));
        report.Results.Select(r => r.Status).ShouldBe([
            ResultStatus.AfterErasure, ResultStatus.Reproduced, ResultStatus.NotPublished, ResultStatus.NotPublished,
        ]);
        report.Counts.Sealed.ShouldBe(report.Counts.Opened + report.Counts.Erased + report.Counts.Closed);
        report.Counts.Erased.ShouldBe(1);
        report.Counts.Closed.ShouldBeGreaterThan(0);
        report.KeyIsFromBundle.ShouldBeTrue();
    }

    [Fact]
    public void Memory_and_folder_are_the_same_bundle()
    {
        using var town = new Town();
        MemoryBundle bundle = Small(town);
        using var folder = new FolderBundle(town["public"]);
        Town.Told(Town.Audit(folder)).ShouldBe(Town.Told(Town.Audit(bundle)));
        string changed = bundle.Files.Keys.First(name => name.StartsWith("opened", StringComparison.Ordinal));
        byte[] bytes = [.. bundle.Files[changed]];
        bytes[20] ^= 1;
        File.WriteAllBytes(Path.Combine(town["public"], changed), bytes);
        AuditReport onDisk = Town.Audit(folder);
        onDisk.IsMismatched.ShouldBeTrue();
        Town.Told(onDisk).ShouldBe(Town.Told(Town.Audit(bundle.With(changed, bytes))));
    }

    [Fact]
    public void Every_bit_of_a_bundle_counts()
    {
        using var town = new Town();
        MemoryBundle bundle = Small(town, People);
        long flips = FlipAll(
            bundle, new AuditOptions { Threads = 1 }, name => !name.StartsWith("blobs/", StringComparison.Ordinal));
        TestContext.Current.SendDiagnosticMessage($"{flips} bits flipped, {People} people");
    }

    [Fact]
    public void Every_bit_of_every_output_counts()
    {
        // Where votes are not published no result is computed again, and there is time for every bit.
        using var town = new Town();
        (string closed, _) = town.Import(Town.Talk(1, 1), Publication.Nothing);
        town.Publish(closed);
        long flips = FlipAll(
            town.Bundle(), new AuditOptions { Threads = 1 },
            name => name.StartsWith("blobs/", StringComparison.Ordinal));
        TestContext.Current.SendDiagnosticMessage($"{flips} bits of outputs flipped");
    }

    [Fact]
    public void Every_bit_of_a_cosigned_head_counts_for_who_knows_the_witness()
    {
        using var town = new Town();
        (string id, _) = town.Import(Town.Talk(2, 2));
        town.Publish(id);
        using SignerKey witness = SignerKey.Generate("witness.example", SignatureKind.Cosignature);
        MemoryBundle bundle = Cosigned(town.Bundle(), witness);
        TrustPolicy policy = Policy(town.Community.VerifierKey, witness.Verifier);
        AuditReport report = Town.Audit(bundle, new AuditOptions { Policy = policy });
        Town.Told(report).ShouldBe("");
        report.Cosignatures.ShouldHaveSingleItem().Key.ShouldBe(witness.Verifier);
        report.KeyIsFromBundle.ShouldBeFalse();

        FlipAll(bundle, new AuditOptions { Policy = policy, Threads = 1 }, name => name is "checkpoint" or "vkey");

        // Who does not know the witness cannot tell, and is told so.
        byte[] bytes = bundle.Files["checkpoint"];
        Flip(bytes, changed =>
        {
            AuditReport unknowing = Town.Audit(bundle.With("checkpoint", changed));
            (unknowing.IsTampered || unknowing.IsIncomplete).ShouldBeTrue();
        });
    }

    /// <summary>Flips each bit of some files; each must be noticed, and none may make the audit throw.</summary>
    private static long FlipAll(MemoryBundle bundle, AuditOptions options, Func<string, bool> isMeant)
    {
        long flips = 0;
        foreach ((string name, byte[] bytes) in bundle.Files)
        {
            if (name == "README.txt" || !isMeant(name))
            {
                continue;
            }

            flips += Flip(bytes, changed =>
            {
                AuditReport report = Town.Audit(bundle.With(name, changed), options);
                if (!report.IsTampered && !report.IsMismatched)
                {
                    int at = bytes.Zip(changed).TakeWhile(pair => pair.First == pair.Second).Count();
                    Assert.Fail(
                        $"{name}, byte {at}, {bytes[at]:x2} as {changed[at]:x2}, is not noticed: {Town.Told(report)}");
                }
            });
        }

        return flips;
    }

    private static long Flip(byte[] bytes, Action<byte[]> check)
    {
        Parallel.For(0, bytes.Length * 8, bit =>
        {
            byte[] changed = [.. bytes];
            changed[bit >> 3] ^= (byte)(1 << (bit & 7));
            check(changed);
        });
        return bytes.Length * 8L;
    }

    internal static MemoryBundle Cosigned(MemoryBundle bundle, SignerKey witness)
    {
        SignedNote.TryParse(bundle.Files["checkpoint"], out SignedNote? note, out _).ShouldBeTrue();
        Checkpoint.TryParse(note!.Text, out Checkpoint? head, out _).ShouldBeTrue();
        return bundle.With("checkpoint",
            note.With(witness.Cosign(head!, DateTimeOffset.UnixEpoch.AddYears(50))).ToBytes());
    }

    internal static TrustPolicy Policy(VerifierKey log, VerifierKey witness)
    {
        TrustPolicy.TryParse(
            System.Text.Encoding.UTF8.GetBytes($"log {log}\nwitness w {witness}\nquorum w\n"),
            out TrustPolicy? policy, out _)
            .ShouldBeTrue();
        return policy!;
    }

    private static int People => int.TryParse(
        Environment.GetEnvironmentVariable("GOUVERNAIL_FLIP_PEOPLE"), CultureInfo.InvariantCulture, out int asked)
        ? asked
        : FewPeople;
}
