using System.Buffers;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Journals;

namespace Gouvernail.Tests.Journals;

/// <summary>Canonical JSON for tests: written, read, and drawn.</summary>
internal static class Canonical
{
    /// <summary>Signs of each length in UTF-8, of each kind of escape, and on both sides of surrogates.</summary>
    private static readonly string[] _signs =
    [
        "a", "b", "A", "1", " ", "/", "\"", "\\", "\n", "\r", "\t", "\b", "\f", "\0", "\u0001", "\u001f",
        "\u007f", "\u0080", "é", "\u2028", "\ud7ff", "\ue000", "\ufeff", "\uffff", "😀", "\U00010000", "\U0010ffff",
    ];

    /// <summary>Texts made of the characters that matter.</summary>
    public static Gen<string> Texts { get; } = Gen.Elements(_signs).ListOf().Select(signs => string.Concat(signs));

    /// <summary>JSON written in an arbitrary way: members in any order, any escapes, any numbers, blanks.</summary>
    public static Arbitrary<string> Documents { get; } = Gen.Sized(size => Document(Math.Min(size, 24))).ToArbitrary();

    public static byte[] Bytes(Action<CanonicalWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(new CanonicalWriter(output));
        return output.WrittenSpan.ToArray();
    }

    public static string Text(Action<CanonicalWriter> write) => Encoding.UTF8.GetString(Bytes(write));

    public static byte[] Of(string json) => Of(Encoding.UTF8.GetBytes(json));

    public static byte[] Of(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return CanonicalJson.Of(document.RootElement);
    }

    /// <summary>True if the bytes are taken for canonical; fails where the two ways of asking differ.</summary>
    public static bool Takes(byte[] bytes)
    {
        bool parses = CanonicalJson.TryParse(bytes, out JsonDocument? document);
        using (document)
        {
            (document is not null).ShouldBe(parses);
            CanonicalJson.IsCanonical(bytes).ShouldBe(parses);
            if (document is not null)
            {
                CanonicalJson.Of(document.RootElement).ShouldBe(bytes);
            }
        }

        return parses;
    }

    private static Gen<string> Document(int size)
    {
        Gen<string> leaf = Gen.OneOf(
            Gen.Elements("true", "false", "null", "0", "-0", "1e3", "4.50", "1E40", "-7", "0.1"),
            ArbMap.Default.GeneratorFor<int>().Select(i => $"{i}"),
            Texts.Select(Quoted));
        if (size < 2)
        {
            return leaf;
        }

        Gen<string> part = Document(size / 3);
        Gen<string> array = part.ListOf().Select(parts => $"[{string.Join(" , ", parts.Take(4))}]");
        Gen<string> members = Texts.Zip(part).ListOf()
            .Select(all => all.DistinctBy(m => m.Item1).Take(5).Select(m => $"{Quoted(m.Item1)}: {m.Item2}"))
            .Select(all => $"{{{string.Join(",\n", all)}}}");
        return Gen.OneOf(leaf, array, members, members);
    }

    /// <summary>.NET's own escapes, which are not the canonical ones: \u0022 for a quote, \u00E9 for é.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
