using System.Diagnostics.CodeAnalysis;
using Gouvernail.Aggregate.Results;
using Gouvernail.Journals;
using Gouvernail.Server.Journals;

namespace Gouvernail.Server.Aggregate.Maps;

/// <summary>A result in the log.</summary>
/// <param name="Position">Its place in the log, by which its address names it.</param>
/// <param name="Time">When it was published.</param>
/// <param name="Result">What was published.</param>
public sealed record PublishedEntry(long Position, DateTimeOffset Time, ResultPublished Result);

/// <summary>
/// The results that the log has; it reads the log once, when somebody first asks, then what was added.
/// </summary>
internal sealed class PublishedIndex(PublicLog log)
{
    private readonly Lock _reading = new();
    private readonly Dictionary<string, List<PublishedEntry>> _results = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outputs = new(StringComparer.Ordinal);
    private long _read;

    /// <summary>The results of a consultation, the last first.</summary>
    /// <exception cref="JournalException">The log cannot be read.</exception>
    public IReadOnlyList<PublishedEntry> Of(string consultation)
    {
        lock (_reading)
        {
            Reach(log.Head().Size);
            return _results.TryGetValue(consultation, out List<PublishedEntry>? found)
                ? [.. found.AsEnumerable().Reverse()]
                : [];
        }
    }

    /// <summary>Finds one by its place in the log.</summary>
    public bool TryGet(string consultation, long position, [NotNullWhen(true)] out PublishedEntry? found)
    {
        found = Of(consultation).FirstOrDefault(one => one.Position == position);
        return found is not null;
    }

    /// <summary>True where a result of the log names this output.</summary>
    /// <exception cref="JournalException">The log cannot be read.</exception>
    public bool IsOutput(string name)
    {
        lock (_reading)
        {
            Reach(log.Head().Size);
            return _outputs.Contains(name);
        }
    }

    private void Reach(long size)
    {
        foreach (StoredEntry stored in log.Read(_read, size, opened: false))
        {
            if (stored.Bytes.AsSpan().IndexOf("\"kind\":\"result-published\""u8) >= 0
                && Entry.TryParse(stored.Bytes, out Entry? entry, out _)
                && ResultPublished.TryRead(entry, out ResultPublished? result))
            {
                if (!_results.TryGetValue(result.Consultation, out List<PublishedEntry>? list))
                {
                    _results.Add(result.Consultation, list = []);
                }

                _outputs.Add(result.Output);
                list.Add(new PublishedEntry(stored.Position, entry.Time, result));
            }

            _read = stored.Position + 1;
        }
    }
}
