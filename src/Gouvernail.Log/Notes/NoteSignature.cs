using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Gouvernail.Log.Notes;

/// <summary>One signature line: <c>— name base64(key id ‖ signature)</c>. By whom it says, not by whom it is.</summary>
public sealed class NoteSignature
{
    /// <summary>Bytes of the longest signature that is read; post-quantum ones have about 2,500.</summary>
    public const int MostBytes = 8192;

    private static readonly byte[] _dash = Encoding.UTF8.GetBytes("— ");

    private readonly byte[] _signature;

    /// <summary>Makes a signature line from its parts.</summary>
    /// <param name="name">The key's name.</param>
    /// <param name="keyId">The key's id.</param>
    /// <param name="signature">The signature's bytes, at least 1.</param>
    /// <exception cref="ArgumentException">The name may not be one, or the signature is empty or too long.</exception>
    public NoteSignature(string name, uint keyId, ReadOnlySpan<byte> signature)
    {
        if (signature.IsEmpty || signature.Length > MostBytes)
        {
            throw new ArgumentException($"A signature has 1 to {MostBytes} bytes.", nameof(signature));
        }

        Name = KeyName.Checked(name);
        KeyId = keyId;
        _signature = signature.ToArray();
    }

    /// <summary>The name of the key that is said to have signed.</summary>
    public string Name { get; }

    /// <summary>The id of that key.</summary>
    public uint KeyId { get; }

    /// <summary>The signature, without the key's id.</summary>
    public ReadOnlySpan<byte> Signature => _signature;

    /// <summary>The line, without its newline.</summary>
    public override string ToString()
    {
        byte[] bytes = new byte[4 + _signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        _signature.CopyTo(bytes, 4);
        return $"— {Name} {Convert.ToBase64String(bytes)}";
    }

    /// <summary>Reads a line, without its newline.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (!line.StartsWith(_dash) || !System.Text.Unicode.Utf8.IsValid(line))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = line[_dash.Length..];
        int space = rest.IndexOf((byte)' ');
        if (space is < 1 or > KeyName.MostBytes
            || rest.Length - space - 1 > (MostBytes + 8) / 3 * 4
            || Encoding.UTF8.GetString(rest[..space]) is var name && !KeyName.IsValid(name)
            || !Base64Text.TryDecode(rest[(space + 1)..], out byte[]? bytes)
            || bytes.Length is < 5 or > MostBytes + 4)
        {
            return false;
        }

        signature = new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsSpan(4));
        return true;
    }
}
