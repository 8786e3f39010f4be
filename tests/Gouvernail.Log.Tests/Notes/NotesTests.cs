using System.Text;
using Gouvernail.Log.Notes;

namespace Gouvernail.Log.Tests.Notes;

public sealed class NotesTests
{
    /// <summary>The key and note with which golang.org/x/mod/sumdb/note documents itself.</summary>
    private const string Key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private const string Private = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private const string Text = "If you think cryptography is the answer to your problem,\n"
        + "then you don't know what your problem is.\n";

    private const string Line =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private static VerifierKey Peter => KeyOf(Key);

    [Fact]
    public void The_published_note_is_signed_and_verified_byte_for_byte()
    {
        SignerKey.TryParse(Private, out SignerKey? signer, out _).ShouldBeTrue();
        using (signer)
        {
            signer.Verifier.ToString().ShouldBe(Key);
            signer.Sign(Utf8(Text)).ToString().ShouldBe(Line.TrimEnd('\n'));
        }

        SignedNote note = NoteOf(Text + "\n" + Line);
        note.ToBytes().ShouldBe(Utf8(Text + "\n" + Line));
        note.TryVerify([Peter], out IReadOnlyList<VerifiedSignature>? verified, out _).ShouldBeTrue();
        verified.ShouldHaveSingleItem().Key.ShouldBe(Peter);
        note.TryVerify([], out _, out Problem? problem).ShouldBeFalse();
        problem.Kind.ShouldBe(ProblemKind.UnknownKey);
    }

    [Fact]
    public void Every_changed_bit_of_a_note_is_refused()
    {
        byte[] bytes = Utf8(Text + "\n" + Line);
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] other = [.. bytes];
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            (SignedNote.TryParse(other, out SignedNote? note, out _) && note.TryVerify([Peter], out _, out _))
                .ShouldBeFalse($"bit {bit}");
        }
    }

    [Fact]
    public void Every_changed_or_cut_key_is_refused()
    {
        for (int i = 0; i <= Key.Length; i++)
        {
            for (int j = i; j <= Key.Length; j++)
            {
                VerifierKey.TryParse(Key[i..j], out _, out _).ShouldBe(i == 0 && j == Key.Length);
            }
        }

        for (int bit = 0; bit < Key.Length * 7; bit++)
        {
            char[] other = Key.ToCharArray();
            other[bit / 7] ^= (char)(1 << (bit % 7));
            VerifierKey.TryParse(new string(other), out _, out _).ShouldBeFalse($"bit {bit}");
        }
    }

    [Fact]
    public void Signatures_by_unknown_keys_are_kept_and_count_for_nothing()
    {
        const string stranger = "— someone.example/else AAAAAAEC\n— PeterNeumann AAAAAAEC\n";
        SignedNote note = NoteOf(Text + "\n" + stranger + Line + Line);
        note.Signatures.Count.ShouldBe(4);
        note.ToBytes().ShouldBe(Utf8(Text + "\n" + stranger + Line + Line));
        note.TryVerify([Peter], out IReadOnlyList<VerifiedSignature>? verified, out _).ShouldBeTrue();
        verified.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_wrong_signature_by_a_known_key_spoils_the_note()
    {
        using SignerKey other = SignerKey.Generate("other.example", SignatureKind.Ed25519);
        SignedNote note = NoteOf(Text + "\n" + Line);
        SignedNote spoiled = note.With(new NoteSignature("other.example", other.Verifier.Id, new byte[64]));
        spoiled.TryVerify([Peter], out _, out _).ShouldBeTrue();
        spoiled.TryVerify([Peter, other.Verifier], out _, out Problem? problem).ShouldBeFalse();
        problem.Kind.ShouldBe(ProblemKind.BadSignature);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name AAAAAAEC")]
    [InlineData("text\n— name AAAAAAEC\n")]
    [InlineData("te\txt\n\n— name AAAAAAEC\n")]
    [InlineData("te\rxt\n\n— name AAAAAAEC\n")]
    [InlineData("text\n\n- name AAAAAAEC\n")]
    [InlineData("text\n\n—  AAAAAAEC\n")]
    [InlineData("text\n\n— name  AAAAAAEC\n")]
    [InlineData("text\n\n— na+me AAAAAAEC\n")]
    [InlineData("text\n\n— na\u00A0me AAAAAAEC\n")]
    [InlineData("text\n\n— name AAAAAA==\n")]
    [InlineData("text\n\n— name AAAAAAE\n")]
    [InlineData("text\n\n— name AAAAAAED=\n")]
    [InlineData("text\n\n— name AAAAAAF=\n")]
    [InlineData("text\n\n— name AAAA AAEC\n")]
    public void What_is_no_note_is_refused(string text)
    {
        SignedNote.TryParse(Utf8(text), out SignedNote? note, out Problem? problem).ShouldBeFalse();
        note.ShouldBeNull();
        problem.ShouldNotBeNull();
    }

    [Fact]
    public void A_note_has_at_most_100_signatures_and_a_million_bytes()
    {
        string hundred = Text + "\n" + string.Concat(Enumerable.Repeat("— name AAAAAAEC\n", 100));
        SignedNote.TryParse(Utf8(hundred), out _, out _).ShouldBeTrue();
        SignedNote.TryParse(Utf8(hundred + "— name AAAAAAEC\n"), out _, out Problem? problem).ShouldBeFalse();
        problem.Kind.ShouldBe(ProblemKind.TooLarge);
        SignedNote.TryParse(Utf8(new string('a', 1_000_000) + "\n\n" + Line), out _, out problem).ShouldBeFalse();
        problem.Kind.ShouldBe(ProblemKind.TooLarge);
    }

    [Fact]
    public void A_private_key_never_shows_and_reads_only_from_a_file_that_is_its_owners_alone()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string path = Path.Combine(folder.FullName, "log.key");
            using SignerKey key = SignerKey.Generate("log.example", SignatureKind.Ed25519);
            key.ToString().ShouldBe(key.Verifier.ToString());
            KeyFile.Create(path, key);
            File.ReadAllText(path).ShouldStartWith("PRIVATE+KEY+log.example+");
            Should.Throw<IOException>(() => KeyFile.Create(path, key));
            KeyFile.TryRead(path, out SignerKey? again, out _).ShouldBeTrue();
            again.Verifier.ShouldBe(key.Verifier);
            again.Sign(Utf8(Text)).ToString().ShouldBe(key.Sign(Utf8(Text)).ToString());
            again.Dispose();

            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
                KeyFile.TryRead(path, out _, out Problem? wide).ShouldBeFalse();
                wide.Kind.ShouldBe(ProblemKind.Permissions);
            }

            KeyFile.TryRead(path + ".no", out _, out Problem? problem).ShouldBeFalse();
            problem.Kind.ShouldBe(ProblemKind.Missing);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_changed_private_key_is_refused_without_a_word_of_it()
    {
        for (int i = 0; i < Private.Length; i++)
        {
            char[] other = Private.ToCharArray();
            other[i]++;
            SignerKey.TryParse(new string(other), out _, out Problem? problem).ShouldBeFalse();
            problem.Message.ShouldBe("A private key reads PRIVATE+KEY+name+id+key.");
        }
    }

    [Fact]
    public void A_checkpoint_is_three_lines_and_nothing_else()
    {
        const string root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
        string text = $"example.com/behind-the-sofa\n20852163\n{root}\n";
        Checkpoint.TryParse(Utf8(text), out Checkpoint? checkpoint, out _).ShouldBeTrue();
        checkpoint.ShouldBe(new Checkpoint("example.com/behind-the-sofa", 20_852_163, checkpoint.Root));
        checkpoint.ToBytes().ShouldBe(Utf8(text));
        foreach (string bad in (string[])[
            "", "a\n", "a\n1\n", $"a\n1\n{root}", $"\n1\n{root}\n", $"a\n01\n{root}\n", $"a\n+1\n{root}\n",
            $"a\n-1\n{root}\n",
            $"a\n0\n{root}\n", $"a\n1\n{root} \n", $"a\n1\n{root[..^1]}\n", $"a\n1\n{root}\nmore\n",
            $"a\n1\n{root}\n\n",
            $"a\n9223372036854775808\n{root}\n", $"a\n99999999999999999999\n{root}\n", $"a\t\n1\n{root}\n",
            $"a\n1\n{root.Replace("2I=", "2J=", StringComparison.Ordinal)}\n", $"a\r\n1\r\n{root}\r\n"])
        {
            Checkpoint.TryParse(Utf8(bad), out _, out _).ShouldBeFalse(bad);
        }

        Checkpoint.TryParse(Utf8($"a\n9223372036854775807\n{root}\n"), out _, out _).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => new Checkpoint("a\nb", 1, Hash.Empty));
        Should.Throw<ArgumentException>(() => new Checkpoint("a", 0, Hash.Leaf([])));
    }

    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    internal static VerifierKey KeyOf(string text)
    {
        VerifierKey.TryParse(text, out VerifierKey? key, out _).ShouldBeTrue();
        return key;
    }

    internal static SignedNote NoteOf(string text)
    {
        SignedNote.TryParse(Utf8(text), out SignedNote? note, out _).ShouldBeTrue();
        return note;
    }
}
