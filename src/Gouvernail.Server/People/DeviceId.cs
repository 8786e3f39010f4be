using System.Buffers.Text;
using System.Security.Cryptography;

namespace Gouvernail.Server.People;

/// <summary>The id of a device that came back: 16 bytes drawn by chance, and nothing about anybody.</summary>
internal sealed record DeviceId
{
    /// <summary>Bytes in an id.</summary>
    public const int Length = 16;

    private readonly byte[] _bytes;

    /// <summary>An id of these bytes.</summary>
    /// <exception cref="ArgumentException">They are not 16.</exception>
    public DeviceId(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes.Length == Length
            ? bytes.ToArray()
            : throw new ArgumentException("A device's id has 16 bytes.", nameof(bytes));
    }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>A fresh id.</summary>
    public static DeviceId Fresh() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>What the device is to the community, from which each consultation makes a pseudonym.</summary>
    public string Person => "device:" + this;

    /// <inheritdoc/>
    public bool Equals(DeviceId? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Bytes, other.Bytes);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(_bytes);

    /// <inheritdoc/>
    public override string ToString() => Base64Url.EncodeToString(_bytes);
}
