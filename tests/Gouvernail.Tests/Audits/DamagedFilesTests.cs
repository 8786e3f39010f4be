using System.Text;
using Gouvernail.Audits;
using Gouvernail.Choice;
using Gouvernail.Log.Notes;

namespace Gouvernail.Tests.Audits;

/// <summary>Files that are gone, cut, longer, swapped; and a large log, of which bits are drawn.</summary>
public sealed class DamagedFilesTests : IDisposable
{
    private readonly Town _town = new();

    private MemoryBundle Small => BitFlipTests.Small(_town, people: 4);

    [Fact]
    public void A_file_that_is_gone_is_missed()
    {
        MemoryBundle bundle = Small;
        foreach (string name in bundle.Files.Keys.Where(name => name != "README.txt"))
        {
            AuditReport report = Town.Audit(bundle.With(name, null));
            if (name.StartsWith("blobs/", StringComparison.Ordinal))
            {
                // The log has its hash, and whoever has it can still be checked.
                Holds(report).ShouldBeTrue(name);
                Town.Told(report).ShouldContain($"is not here ({name})");
            }
            else
            {
                Holds(report).ShouldBeFalse(name);
            }
        }

        Holds(Town.Audit(bundle.With("README.txt", null))).ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_is_a_byte_shorter_or_longer_is_noticed()
    {
        MemoryBundle bundle = Small;
        foreach ((string name, byte[] bytes) in bundle.Files.Where(file => file.Key != "README.txt"))
        {
            Holds(Town.Audit(bundle.With(name, bytes[..^1]))).ShouldBeFalse(name);
            Holds(Town.Audit(bundle.With(name, []))).ShouldBe(false, name);
            foreach (byte more in (byte[])[0, (byte)'\n', (byte)' ', (byte)'x'])
            {
                Holds(Town.Audit(bundle.With(name, [.. bytes, more]))).ShouldBeFalse($"{name} and {more}");
            }
        }
    }

    [Fact]
    public void Two_files_in_each_others_place_are_noticed()
    {
        MemoryBundle bundle = Small;
        string[] names = [.. bundle.Files.Keys.Where(name => name != "README.txt")];
        foreach (string one in names)
        {
            foreach (string other in names.Where(n => string.CompareOrdinal(one, n) < 0))
            {
                MemoryBundle swapped = bundle.With(one, bundle.Files[other]).With(other, bundle.Files[one]);
                Holds(Town.Audit(swapped)).ShouldBeFalse($"{one} and {other}");
            }
        }
    }

    [Fact]
    public void Openings_have_their_order_and_stand_once()
    {
        MemoryBundle bundle = Small;
        string name = OpenedFile.PathOf(0);
        string[] lines = Encoding.UTF8.GetString(bundle.Files[name]).Split('\n')[..^1];
        lines.Length.ShouldBeGreaterThan(4);
        Changed([lines[1], lines[0], .. lines[2..]]);
        Changed([lines[0], lines[0], .. lines[1..]]);
        Changed([.. lines, lines[^1]]);
        Changed([.. lines, lines[0]]);
        Changed(["", .. lines]);
        Changed(lines[1..]);
        Changed([.. lines[..^1], lines[^1].Replace("\"index\":", "\"index\":9", StringComparison.Ordinal)]);
        Changed([.. lines[..^1], lines[^1].Replace("\"index\":", "\"index\": ", StringComparison.Ordinal)]);

        void Changed(string[] changed)
        {
            AuditReport report = Town.Audit(
                bundle.With(name, Encoding.UTF8.GetBytes(string.Join('\n', changed) + "\n")));
            report.IsMismatched.ShouldBeTrue(string.Join('\n', changed));
            report.TreeHolds.ShouldBeTrue();
        }
    }

    [Fact]
    public void Signatures_of_nobody_known_count_for_nothing_and_are_told()
    {
        MemoryBundle bundle = Small;
        string note = Encoding.UTF8.GetString(bundle.Files["checkpoint"]);
        string signature = note[note.IndexOf('—', StringComparison.Ordinal)..];
        using SignerKey stranger = SignerKey.Generate(Town.Origin, SignatureKind.Ed25519);
        AuditReport twice = Town.Audit(bundle.With("checkpoint", Encoding.UTF8.GetBytes(note + signature)));
        Holds(twice).ShouldBeTrue();
        Town.Told(twice).ShouldContain("or a second time: 1");

        MemoryBundle cosigned = BitFlipTests.Cosigned(bundle, stranger2());
        AuditReport unknown = Town.Audit(cosigned);
        Holds(unknown).ShouldBeTrue();
        Town.Told(unknown).ShouldContain("by keys that are not known");

        // Signed by another key under the same name: no.
        SignedNote.TryParse(bundle.Files["checkpoint"], out SignedNote? own, out _).ShouldBeTrue();
        byte[] forged = new SignedNote(own!.Text, [stranger.Sign(own.Text)]).ToBytes();
        Town.Audit(bundle.With("checkpoint", forged)).IsTampered.ShouldBeTrue();
        Town.Audit(bundle.With("checkpoint", forged).With("vkey", Encoding.UTF8.GetBytes(stranger.Verifier + "\n")),
            new AuditOptions { Key = _town.Community.VerifierKey }).IsTampered.ShouldBeTrue();

        static SignerKey stranger2() => SignerKey.Generate("w.example", SignatureKind.Cosignature);
    }

    [Fact]
    public void A_head_that_claims_more_entries_than_there_ever_were_is_refused_at_once()
    {
        MemoryBundle bundle = Small;
        using SignerKey key = SignerKey.Generate("boast.example", SignatureKind.Ed25519);
        foreach (long size in (long[])[1L << 62, long.MaxValue, 1_000_000_000_000])
        {
            byte[] head = new Log.Checkpoint("boast.example", size, _town.Head().Root).Sign(key).ToBytes();
            MemoryBundle boasting = bundle.With("checkpoint", head)
                .With("vkey", Encoding.UTF8.GetBytes(key.Verifier + "\n"))
                .With(OpenedFile.PathOf(0), null);
            Town.Audit(boasting).IsTampered.ShouldBeTrue();
        }
    }

    [Fact]
    public void Bits_drawn_in_a_log_of_twenty_thousand_entries_are_noticed()
    {
        const string Seed = "20261122";
        _town.Import(Town.Talk(400, 50, "large", density: 1));
        MemoryBundle bundle = _town.Bundle();
        AuditReport whole = Town.Audit(bundle);
        Town.Told(whole).ShouldBe("");
        whole.Checkpoint!.Size.ShouldBeGreaterThan(20_000);

        var chance = new SeededGenerator(Encoding.UTF8.GetBytes(Seed), "bits");
        string[] tree = [.. bundle.Files.Keys
            .Where(n => n.StartsWith("tile/", StringComparison.Ordinal) || n == "checkpoint")
            .Order(StringComparer.Ordinal)];
        (string Name, int Bit)[] drawn = [.. Enumerable.Range(0, 200).Select(_ => tree[chance.NextBelow(tree.Length)])
            .Concat(Enumerable.Repeat(OpenedFile.PathOf(0), 3))
            .Select(name => (name, chance.NextBelow(bundle.Files[name].Length * 8)))];
        Parallel.ForEach(drawn, flip =>
        {
            byte[] changed = [.. bundle.Files[flip.Name]];
            changed[flip.Bit >> 3] ^= (byte)(1 << (flip.Bit & 7));

            // The tree is checked before anything is made of its entries.
            bool isTree = !flip.Name.StartsWith("opened", StringComparison.Ordinal);
            AuditReport report = Town.Audit(
                bundle.With(flip.Name, changed), new AuditOptions { Threads = 1, TreeOnly = isTree });
            Holds(report).ShouldBeFalse($"seed {Seed}: bit {flip.Bit} of {flip.Name}");
        });
    }

    public void Dispose() => _town.Dispose();

    private static bool Holds(AuditReport report) => !report.IsTampered && !report.IsMismatched;
}
