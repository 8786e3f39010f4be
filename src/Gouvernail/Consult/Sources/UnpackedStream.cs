using System.IO.Compression;

namespace Gouvernail.Consult.Sources;

/// <summary>
/// What comes out of one entry of an archive: refused when it is out of all proportion to what went in, whatever sizes
/// the archive declares, and when it is not what was packed (length and CRC-32 of the entry).
/// </summary>
internal sealed class UnpackedStream(
    ZipArchiveEntry entry, string file, ByteMeter packed, ByteMeter unpacked, ReadLimits limits)
    : ReadOnlyStream(entry.Open())
{
    private static readonly uint[][] _crcTables = CrcTables();

    private uint _crc = uint.MaxValue;
    private long _length;

    public override bool CanSeek => false;

    protected override void Seen(ReadOnlySpan<byte> bytes, int wished)
    {
        unpacked.Add(bytes.Length);
        _length += bytes.Length;
        if (unpacked.Taken > limits.UnpackedBytes)
        {
            throw Refused(new(
                $"more than {limits.UnpackedBytes} bytes came out of the archive",
                $"plus de {limits.UnpackedBytes} octets sont sortis de l’archive"));
        }

        // The bytes that were really taken from the disk, so that no declared size can lie.
        if (unpacked.Taken > limits.UnpackedFreely && unpacked.Taken / limits.UnpackedRatio > packed.Taken)
        {
            throw Refused(new(
                $"more than {limits.UnpackedRatio} bytes came out for each byte of the archive",
                $"plus de {limits.UnpackedRatio} octets sont sortis pour chaque octet de l’archive"));
        }

        _crc = Crc(_crc, bytes);
        if (bytes.IsEmpty && wished > 0 && (_length != entry.Length || ~_crc != entry.Crc32))
        {
            throw UnreadableException.Of(
                file,
                new(
                    "not what was packed: length or checksum differ",
                    "autre chose que le fichier archivé\u00a0: la longueur ou la somme de contrôle diffère"),
                new(
                    "a whole archive; download or make it again",
                    "une archive entière\u00a0; téléchargez-la ou refaites-la"));
        }
    }

    private UnreadableException Refused(Wording found) => UnreadableException.Of(file, found, new(
        "an archive of a conversation; unpack it yourself if you trust it",
        "une archive d’une conversation\u00a0; extrayez-la vous-même si vous lui faites confiance"));

    // CRC-32 of ISO-HDLC, four bytes a step: table k holds the remainders of a byte followed by k zero bytes.
    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        uint[] t0 = _crcTables[0], t1 = _crcTables[1], t2 = _crcTables[2], t3 = _crcTables[3];
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            crc ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            crc = t3[crc & 255] ^ t2[(crc >> 8) & 255] ^ t1[(crc >> 16) & 255] ^ t0[crc >> 24];
        }

        foreach (byte b in bytes)
        {
            crc = t0[(crc ^ b) & 255] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[][] CrcTables()
    {
        uint[][] tables = [new uint[256], new uint[256], new uint[256], new uint[256]];
        for (uint b = 0; b < 256; b++)
        {
            uint remainder = b;
            for (int bit = 0; bit < 8; bit++)
            {
                remainder = (remainder >> 1) ^ ((remainder & 1) * 0xEDB88320);
            }

            tables[0][b] = remainder;
        }

        for (int k = 1; k < tables.Length; k++)
        {
            for (int b = 0; b < 256; b++)
            {
                uint before = tables[k - 1][b];
                tables[k][b] = tables[0][before & 255] ^ (before >> 8);
            }
        }

        return tables;
    }
}
