using Gouvernail.Journals;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Tests.Journals;

public sealed class JournalReceiptTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void A_receipt_holds_at_every_size_around_a_tile(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        foreach (int size in (int[])[1, 2, 3, 254, 255, 256, 257, 258, 511, 512, 513, 1025])
        {
            desk.Fill(size - (int)desk.Journal.Size, perAct: 7);
            foreach (long position in (long[])[0, size / 3, 255, 256, size - 1])
            {
                ShouldHold(desk, position);
            }

            desk.Journal.Prove(size).ShouldBeNull();
            desk.Journal.Prove(-1).ShouldBeNull();
            Rebuilt.ShouldEqual(desk.Store, desk.Head);
        }
    }

    [Fact]
    public void A_receipt_holds_at_sizes_around_a_tile_of_tiles()
    {
        using var desk = new JournalDesk(onDisk: false);
        foreach (int size in (int[])[65_535, 65_536, 65_537, 65_792])
        {
            desk.Fill(size - (int)desk.Journal.Size);
            foreach (long position in (long[])[0, 65_279, size - 1])
            {
                ShouldHold(desk, position);
            }
        }

        Rebuilt.ShouldEqual(desk.Store, desk.Head);
        desk.Reopen();
        desk.Fill(1);
        Rebuilt.ShouldEqual(desk.Store, desk.Head);
    }

    [Fact]
    public void A_log_is_taken_up_at_any_size()
    {
        using var desk = new JournalDesk(onDisk: true);
        foreach (int more in (int[])[1, 1, 253, 1, 1, 255, 1, 300])
        {
            desk.Fill(more);
            Rebuilt.ShouldEqual(desk.Store, desk.Head);
            desk.Reopen();
            ShouldHold(desk, desk.Journal.Size - 1);
        }
    }

    [Fact]
    public void A_receipt_of_another_key_does_not_hold()
    {
        using var desk = new JournalDesk(onDisk: false);
        desk.Fill(3);
        Receipt receipt = desk.Journal.Prove(1).ShouldNotBeNull();
        using SignerKey other = SignerKey.Generate(desk.Key.Verifier.Name, SignatureKind.Ed25519);
        receipt.TryVerify(receipt.Extra, TrustPolicy.Of(other.Verifier), out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void No_receipt_is_made_from_an_entry_that_was_altered()
    {
        using var desk = new JournalDesk(onDisk: true);
        desk.Fill(600);
        OpeningTests.Alter(desk.Folder, """
            UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'note', 'vote') AS BLOB) WHERE position = 9
            """);
        Should.Throw<JournalException>(() => desk.Journal.Prove(9)).Fault.ShouldBe(JournalFault.Damaged);
        ShouldHold(desk, 10);
    }

    private static void ShouldHold(JournalDesk desk, long position)
    {
        if (position >= desk.Journal.Size)
        {
            return;
        }

        byte[] entry = desk.Store.Read(position, position + 1, opened: false).Single().Bytes.ToArray();
        Receipt receipt = desk.Journal.Prove(position).ShouldNotBeNull();
        Receipt.TryParse(receipt.ToBytes(), out Receipt? read, out _).ShouldBeTrue();
        read!.Index.ShouldBe(position);
        read.Extra.ToArray().ShouldBe(entry);
        read.TryVerify(entry, TrustPolicy.Of(desk.Key.Verifier), out var accepted, out _).ShouldBeTrue();
        accepted!.Checkpoint.Size.ShouldBe(desk.Journal.Size);
        entry[^10] ^= 1;
        read.TryVerify(entry, TrustPolicy.Of(desk.Key.Verifier), out _, out _).ShouldBeFalse();
    }
}
