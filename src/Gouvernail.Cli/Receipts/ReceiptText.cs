using System.Globalization;
using System.Text;
using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Cli.Receipts;

/// <summary>A verdict in plain words: what holds, and what a receipt does not prove.</summary>
internal static class ReceiptText
{
    private static readonly Wording _holds = new("The receipt holds.", "Le récépissé tient.");

    private static readonly Wording _doesNot = new(
        "The receipt does NOT hold. What it says, and should not be believed:",
        "Le récépissé ne tient PAS. Ce qu’il dit, et qu’il ne faut pas croire\u00a0:");

    private static readonly Wording _log = new("Log", "Registre");
    private static readonly Wording _key = new("Key", "Clé");
    private static readonly Wording _tree = new("Tree", "Arbre");
    private static readonly Wording _root = new("Root", "Racine");
    private static readonly Wording _place = new("Place", "Place");
    private static readonly Wording _entry = new("Entry", "Entrée");
    private static readonly Wording _cosigned = new("Cosigned", "Contresigné");

    private static readonly Wording _nobody = new(
        "by no witness: you asked for none", "par aucun témoin\u00a0: vous n’en avez demandé aucun");

    private static readonly Wording _noneOfThem = new("by none of your witnesses", "par aucun de vos témoins");

    private static readonly Wording _sealed = new(
        """
        The entry bears a seal: part of what was done is kept outside the log, and the receipt shows
        only that it was logged.

        """,
        """
        L’entrée porte un sceau : une part de ce qui a été fait est gardée hors du registre, et le
        récépissé montre seulement qu’elle est inscrite.

        """);

    private static readonly Wording _proves = new(
        """
        What this proves: whoever holds the log's key has committed to a log in which these bytes
        stand at this place. They cannot remove or change them without being caught.

        """,
        """
        Ce que cela prouve : qui tient la clé du registre s’est engagé sur un registre où ces octets
        se trouvent à cette place. Il ne peut ni les retirer ni les changer sans être pris.

        """);

    private static readonly Wording _alone = new(
        """
        What it does not prove: that everyone is shown the same log (ask for witnesses with --policy),
        that the entry is true, who wrote it, or that a result counts it (replay the result).

        """,
        """
        Ce que cela ne prouve pas : que le même registre est montré à tous (demandez des témoins avec
        --policy), que l’entrée est vraie, qui l’a écrite, ni qu’un résultat la compte (rejouez-le).

        """);

    private static readonly Wording _witnessed = new(
        """
        The witnesses above saw this log only grow; while they are honest, whoever asks for the same
        witnesses is shown the same log.

        What it does not prove: that the entry is true, who wrote it, or that a result counts it
        (replay the result).

        """,
        """
        Ces témoins n’ont vu ce registre que croître ; tant qu’ils sont honnêtes, le même registre est
        montré à qui demande les mêmes témoins.

        Ce que cela ne prouve pas : que l’entrée est vraie, qui l’a écrite, ni qu’un résultat la
        compte (rejouez-le).

        """);

    public static byte[] Of(ReceiptVerdict verdict, Language language)
    {
        var page = new StringBuilder();
        string Say(Wording words) => words.In(language)
            .Replace(" :", "\u00a0:", StringComparison.Ordinal).Replace(" ;", "\u00a0;", StringComparison.Ordinal);
        void Row(Wording label, string value) => page.Append("  ").Append(label.In(language).PadRight(12))
            .Append(value).Append('\n');

        page.Append(Say(verdict.Problem is null ? _holds : _doesNot)).Append("\n\n");
        Checkpoint tree = verdict.Checkpoint;
        Row(_log, EntryText.Shown(tree.Origin));
        if (verdict.Accepted is { } accepted)
        {
            Row(_key, EntryText.Shown(accepted.Log.ToString()));
        }

        Row(_tree, Say(Entries(tree.Size)));
        Row(_root, tree.Root.ToString());
        Row(_place, Say(Place(verdict.Receipt.Index)));
        Row(_entry, EntryText.Of(verdict.Entry) is { } text
            ? EntryText.Shown(text)
            : Say(Bytes(verdict.Entry)));
        IReadOnlyList<VerifiedSignature> cosignatures = verdict.Accepted?.Cosignatures ?? [];
        foreach (VerifiedSignature cosignature in cosignatures)
        {
            Row(_cosigned, Say(By(EntryText.Shown(cosignature.Key.Name), cosignature.Time!.Value)));
        }

        if (verdict.Problem is not null)
        {
            return Encoding.UTF8.GetBytes(page.ToString());
        }

        if (cosignatures.Count == 0)
        {
            Row(_cosigned, Say(verdict.AsksNobody ? _nobody : _noneOfThem));
        }

        page.Append('\n');
        if (EntryText.IsSealed(verdict.Entry))
        {
            page.Append(Say(_sealed)).Append('\n');
        }

        page.Append(Say(_proves)).Append('\n').Append(Say(cosignatures.Count == 0 ? _alone : _witnessed));
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Number(long number, string gap) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", gap, StringComparison.Ordinal);

    private static Wording Entries(long size) => new(
        $"{Number(size, ",")} {(size == 1 ? "entry" : "entries")}",
        $"{Number(size, "\u202f")} {(size < 2 ? "entrée" : "entrées")}");

    private static Wording Place(long index) => new(
        $"{Number(index, ",")}, counted from 0", $"{Number(index, "\u202f")}, en comptant à partir de 0");

    private static Wording Bytes(byte[] entry)
    {
        string start = Convert.ToHexStringLower(entry.AsSpan(0, Math.Min(32, entry.Length)));
        return new(
            $"{Number(entry.Length, ",")} bytes that are no text, beginning {start}",
            $"{Number(entry.Length, "\u202f")} octets qui ne sont pas du texte, commençant par {start}");
    }

    private static Wording By(string witness, DateTimeOffset time)
    {
        string at = time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return new($"by {witness}, {at} UTC", $"par {witness}, {at} UTC");
    }
}
