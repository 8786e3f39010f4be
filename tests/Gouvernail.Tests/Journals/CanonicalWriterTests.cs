using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Journals;

namespace Gouvernail.Tests.Journals;

public sealed class CanonicalWriterTests
{
    [Fact]
    public void Values_of_every_kind_are_written_without_blanks() =>
        Canonical.Text(w =>
        {
            w.StartObject();
            w.Name("a");
            w.StartArray();
            w.Number(-1L);
            w.Number(0.5);
            w.Text("é\n");
            w.AsciiText("b/c"u8);
            w.StartObject();
            w.EndObject();
            w.StartArray();
            w.EndArray();
            w.EndArray();
            w.Name("b");
            w.Flag(true);
            w.Name("c");
            w.StartObject();
            w.Name("a");
            w.Flag(false);
            w.Name("b");
            w.Null();
            w.EndObject();
            w.Name("d");
            w.Number(9007199254740991);
            w.EndObject();
        }).ShouldBe("""{"a":[-1,0.5,"é\n","b/c",{},[]],"b":true,"c":{"a":false,"b":null},"d":9007199254740991}""");

    [Fact]
    public void A_writer_serves_again_after_a_reset()
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new CanonicalWriter(output);
        writer.StartObject();
        writer.Name("z");
        writer.Reset();
        output.ResetWrittenCount();
        writer.StartObject();
        writer.Name("a");
        writer.Null();
        writer.EndObject();
        writer.Reset();
        writer.Null();
        Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe("""{"a":null}null""");
    }

    [Theory]
    [InlineData("b", "a")]
    [InlineData("a", "a")]
    [InlineData("aa", "a")]
    [InlineData("", "")]
    [InlineData("\ue000", "😀")]
    public void Names_out_of_order_or_given_twice_are_refused(string first, string second)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new CanonicalWriter(output);
        writer.StartObject();
        writer.Name(first);
        writer.Null();
        int written = output.WrittenCount;
        Should.Throw<InvalidOperationException>(() => writer.Name(second));
        output.WrittenCount.ShouldBe(written);
    }

    [Fact]
    public void What_stands_in_the_wrong_place_is_refused()
    {
        Refused(w => w.Name("a"));
        Refused(w => w.EndObject());
        Refused(w => w.EndArray());
        Refused(w => w.Number(1L), w => w.Number(1L));
        Refused(w => w.StartArray(), w => w.EndObject());
        Refused(w => w.StartArray(), w => w.Name("a"));
        Refused(w => w.StartObject(), w => w.Null());
        Refused(w => w.StartObject(), w => w.EndArray());
        Refused(w => w.StartObject(), w => w.StartArray());
        Refused(w => w.StartObject(), w => w.Name("a"), w => w.Name("b"));
        Refused(w => w.StartObject(), w => w.Name("a"), w => w.EndObject());
        Refused([.. Enumerable.Repeat<Action<CanonicalWriter>>(w => w.StartArray(), 65)]);
    }

    [Fact]
    public void A_value_that_cannot_be_written_is_refused_and_leaves_no_trace()
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new CanonicalWriter(output);
        Should.Throw<ArgumentException>(() => writer.Text("a\ud800"));
        Should.Throw<ArgumentException>(() => writer.Text("\ude00\ud83d"));
        Should.Throw<ArgumentException>(() => writer.Text("\n\ud800\n"));
        Should.Throw<ArgumentException>(() => writer.Number(double.NaN));
        Should.Throw<ArgumentException>(() => writer.Number(double.NegativeInfinity));
        Should.Throw<ArgumentOutOfRangeException>(() => writer.Number(1L << 53));
        Should.Throw<ArgumentOutOfRangeException>(() => writer.Number(-(1L << 53)));
        Should.Throw<ArgumentOutOfRangeException>(() => writer.Number(long.MinValue));
        foreach (byte value in new byte[] { 0, (byte)'\n', 0x1F, (byte)'"', (byte)'\\', 0x80, 0xC3, 0xFF })
        {
            Should.Throw<ArgumentException>(() => writer.AsciiText([(byte)'a', value]));
        }

        output.WrittenCount.ShouldBe(0);
        writer.StartObject();
        Should.Throw<ArgumentException>(() => writer.Name("\ud800"));
        writer.EndObject();
        Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe("{}");
    }

    [Fact]
    public void Every_text_is_written_as_it_would_be_read() =>
        Prop.ForAll(Canonical.Texts.ToArbitrary(), text =>
        {
            byte[] bytes = Canonical.Bytes(w => w.Text(text));
            return Canonical.Takes(bytes) && System.Text.Json.JsonSerializer.Deserialize<string>(bytes) == text;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Plain_text_is_the_same_by_either_way()
    {
        byte[] plain = [.. Enumerable.Range(0x20, 0x60).Select(c => (byte)c).Where(c => c != '"' && c != '\\')];
        string text = Encoding.ASCII.GetString(plain);
        Canonical.Bytes(w => w.AsciiText(plain)).ShouldBe(Canonical.Bytes(w => w.Text(text)));
    }

    private static void Refused(params Action<CanonicalWriter>[] calls)
    {
        var writer = new CanonicalWriter(new ArrayBufferWriter<byte>());
        foreach (Action<CanonicalWriter> call in calls[..^1])
        {
            call(writer);
        }

        Should.Throw<InvalidOperationException>(() => calls[^1](writer));
    }
}
