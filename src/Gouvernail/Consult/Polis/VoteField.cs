using System.Runtime.CompilerServices;

namespace Gouvernail.Consult.Polis;

/// <summary>A vote as files write it, also those that went through a spreadsheet or a data frame.</summary>
internal static class VoteField
{
    /// <summary>What a vote must be, for problems.</summary>
    public static readonly Wording Rule = new(
        "a vote: 1, 0 or -1; correct the file, or remove the row if it is no vote",
        "un vote\u00a0: 1, 0 ou -1\u00a0; corrigez le fichier, ou retirez la ligne si ce n’est pas un vote");

    /// <summary>1, 0 or −1; another number where it is not a vote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ReadOnlySpan<byte> field)
    {
        if (field.Length == 1)
        {
            // '0' and '1' become 0 and 1, every other byte becomes at least 2.
            return (byte)(field[0] - '0');
        }

        return field.Length == 2 && field[0] == '-' && field[1] == '1' ? -1 : ReadLong(field);
    }

    private static int ReadLong(ReadOnlySpan<byte> field) =>
        field.SequenceEqual("+1"u8) || field.SequenceEqual("1.0"u8) || field.SequenceEqual("+1.0"u8) ? 1
        : field.SequenceEqual("-1.0"u8) ? -1
        : field.SequenceEqual("0.0"u8) ? 0
        : int.MaxValue;
}
