using System.Text;

namespace Gouvernail;

/// <summary>Messages for a terminal, with names and values in them that come from strangers.</summary>
public static class TerminalText
{
    /// <summary>The message without what could steer a terminal.</summary>
    public static string Printable(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var clean = new StringBuilder(message.Length);
        foreach (char c in message)
        {
            bool turns = c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
            clean.Append(turns || (char.IsControl(c) && c != '\n') ? '\ufffd' : c);
        }

        return clean.ToString();
    }
}
