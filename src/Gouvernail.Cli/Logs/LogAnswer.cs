using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gouvernail.Cli.Receipts;
using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Cli.Logs;

/// <summary>What a command on a log says when it is done, for people and for programs.</summary>
/// <param name="texts">The language.</param>
internal sealed class LogAnswer(Texts texts)
{
    private const int Widest = 14;

    private static readonly JsonWriterOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly StringBuilder _page = new();
    private readonly List<Action<Utf8JsonWriter>> _members = [];

    /// <summary>A paragraph for people.</summary>
    public LogAnswer Line(Wording words)
    {
        _page.Append(words.In(texts.Language)).Append('\n');
        return this;
    }

    /// <summary>An empty line, for people.</summary>
    public LogAnswer Gap()
    {
        _page.Append('\n');
        return this;
    }

    /// <summary>A line with a label, for people; the value may come from strangers.</summary>
    public LogAnswer Row(Wording label, string value)
    {
        string name = EntryText.Shown(label.In(texts.Language));
        name = name.Length < Widest ? name.PadRight(Widest) : name + "  ";
        _page.Append("  ").Append(name).Append(EntryText.Shown(value)).Append('\n');
        return this;
    }

    /// <summary>What to type next, for people.</summary>
    public LogAnswer Next(string command) => Line(new($"Next: {command}", $"Ensuite\u00a0: {command}"));

    /// <summary>Members for programs.</summary>
    public LogAnswer Json(Action<Utf8JsonWriter> members)
    {
        _members.Add(members);
        return this;
    }

    /// <summary>The signed head, for programs.</summary>
    public LogAnswer Head(SignedNote note) => Checkpoint.TryParse(note.Text, out Checkpoint? head, out Problem? problem)
        ? Json(json =>
        {
            json.WriteStartObject("checkpoint");
            json.WriteString("origin", head.Origin);
            json.WriteNumber("size", head.Size);
            json.WriteString("root", head.Root.ToString());
            json.WriteEndObject();
        })
        : throw new ArgumentException(problem.Message, nameof(note));

    /// <summary>A number for people.</summary>
    public string Number(long number) => Number(number, texts);

    /// <summary>A number for people, in a language.</summary>
    public static string Number(long number, Texts texts) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", texts.Thousands, StringComparison.Ordinal);

    /// <summary>The sentences.</summary>
    public byte[] ToText() => Encoding.UTF8.GetBytes(_page.ToString());

    /// <summary>One object on one line.</summary>
    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _options))
        {
            json.WriteStartObject();
            foreach (Action<Utf8JsonWriter> members in _members)
            {
                members(json);
            }

            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }
}
