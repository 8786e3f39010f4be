using System.Text;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Log.Tests;

public sealed class ReceiptTests : IDisposable
{
    private readonly SmallLog _log = new(23);

    [Fact]
    public void A_receipt_reads_as_its_format_says()
    {
        Receipt receipt = new(7, [Hash.Empty], _log.Note(9), [1, 2, 3]);
        Encoding.UTF8.GetString(receipt.ToBytes()).ShouldStartWith(
            "c2sp.org/tlog-proof@v1\nextra AQID\nindex 7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n"
            + "log.example/city\n9\n");
        Receipt.TryParse(receipt.ToBytes(), out Receipt? again, out _).ShouldBeTrue();
        again.ToBytes().ShouldBe(receipt.ToBytes());
        again.Extra.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void The_receipt_of_every_entry_holds_for_that_entry_only()
    {
        TrustPolicy policy = TrustPolicy.Of(_log.Key.Verifier);
        for (int index = 0; index < 23; index++)
        {
            Receipt.TryParse(_log.Receipt(index, 23).ToBytes(), out Receipt? receipt, out _).ShouldBeTrue();
            receipt.TryVerify(NaiveTree.Entry(index), policy, out AcceptedCheckpoint? accepted, out _).ShouldBeTrue();
            accepted.Checkpoint.Size.ShouldBe(23);
            receipt.TryVerify(NaiveTree.Entry(index + 1), policy, out _, out Problem? problem).ShouldBeFalse();
            problem.Kind.ShouldBe(ProblemKind.BadProof);
        }
    }

    [Fact]
    public void Every_changed_bit_of_a_receipt_is_refused()
    {
        TrustPolicy policy = TrustPolicy.Of(_log.Key.Verifier);
        byte[] bytes = _log.Receipt(5, 23).ToBytes();
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] other = [.. bytes];
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            (Receipt.TryParse(other, out Receipt? receipt, out _)
                && receipt.TryVerify(NaiveTree.Entry(5), policy, out _, out _)).ShouldBeFalse($"bit {bit}");
        }
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v2\nindex 0\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 00\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex -1\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nextra AQID\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra A\nindex 0\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AQID\nextra AQID\nindex 0\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nAQID\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\r\nindex 0\r\n\r\n")]
    public void What_is_no_receipt_is_refused(string head)
    {
        byte[] note = _log.Note(1).ToBytes();
        Receipt.TryParse([.. "c2sp.org/tlog-proof@v1\nindex 0\n\n"u8, .. note], out _, out _).ShouldBeTrue();
        Receipt.TryParse([.. Encoding.UTF8.GetBytes(head), .. note], out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_receipt_with_64_hashes_is_refused()
    {
        string most = "c2sp.org/tlog-proof@v1\nindex 0\n" + string.Concat(Enumerable.Repeat(Hash.Empty + "\n", 63));
        byte[] note = _log.Note(1).ToBytes();
        Receipt.TryParse([.. Encoding.UTF8.GetBytes(most + "\n"), .. note], out _, out _).ShouldBeTrue();
        Receipt.TryParse([.. Encoding.UTF8.GetBytes($"{most}{Hash.Empty}\n\n"), .. note], out _, out _).ShouldBeFalse();
    }

    public void Dispose() => _log.Dispose();
}
