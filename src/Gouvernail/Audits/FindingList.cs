using System.Collections;

namespace Gouvernail.Audits;

/// <summary>
/// Findings, of which a damaged bundle may give millions: the first ones of each kind are told, the others counted.
/// </summary>
internal sealed class FindingList : IEnumerable<AuditFinding>
{
    private const int Most = 20;

    private readonly List<AuditFinding> _told = [];
    private readonly long[] _counts = new long[Enum.GetValues<FindingKind>().Length];

    public void Mismatch(string english, string french) => Add(FindingKind.Mismatch, english, french);

    public void Unchecked(string english, string french) => Add(FindingKind.Unchecked, english, french);

    public void Remark(string english, string french) => Add(FindingKind.Remark, english, french);

    public IEnumerator<AuditFinding> GetEnumerator() => _told.Concat(More()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(FindingKind kind, string english, string french)
    {
        if (_counts[(int)kind]++ < Most)
        {
            _told.Add(new AuditFinding(kind, new Wording(english, french)));
        }
    }

    private IEnumerable<AuditFinding> More() => Enum.GetValues<FindingKind>()
        .Where(kind => _counts[(int)kind] > Most)
        .Select(kind => new AuditFinding(kind, new Wording(
            $"and {_counts[(int)kind] - Most} more like these",
            $"et {_counts[(int)kind] - Most} autres de ce genre")));
}
