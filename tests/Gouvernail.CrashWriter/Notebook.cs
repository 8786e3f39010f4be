using System.Globalization;
using System.Text;
using Gouvernail.Journals;

namespace Gouvernail.CrashWriter;

/// <summary>A projection for tests: the notes that can still be read, by place and a hash of the text.</summary>
internal sealed class Notebook : IProjection
{
    private readonly SortedDictionary<long, string> _notes = [];

    public string Name => "notebook-1";

    /// <summary>How many entries it was shown since it was made: what a snapshot saves.</summary>
    public int Shown { get; private set; }

    public int Count => _notes.Count;

    public bool Knows(long position) => _notes.ContainsKey(position);

    public void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        Shown++;
        if (entry.Kind == Note.Erasure)
        {
            _notes.Remove(Note.Erased(entry));
        }
        else if (!entry.IsSealed || !payload.IsEmpty)
        {
            string who = entry.Pseudonym ?? "everybody";
            _notes.Add(position, $"{who} {Note.Print(entry.IsSealed ? payload.Span : entry.Body.Span)}");
        }
    }

    public void Clear() => _notes.Clear();

    public void Save(Stream stream) => stream.Write(Encoding.UTF8.GetBytes(ToString()));

    public bool TryLoad(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            string[] parts = line.Split(' ', 2);
            if (!long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long position))
            {
                _notes.Clear();
                return false;
            }

            _notes.Add(position, parts[1]);
        }

        return true;
    }

    public override string ToString() => string.Concat(_notes.Select(note =>
        string.Create(CultureInfo.InvariantCulture, $"{note.Key} {note.Value}\n")));
}
