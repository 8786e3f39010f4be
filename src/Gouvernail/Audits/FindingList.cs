using System.Collections;

namespace Gouvernail.Audits;

/// <summary>Findings, of which a damaged bundle may give millions: the first are told, the others counted.</summary>
internal sealed class FindingList : IEnumerable<AuditFinding>
{
    private const int Most = 20;

    private readonly List<AuditFinding> _told = [];
    private long _more;

    public void Mismatch(string english, string french) =>
        Add(new AuditFinding(FindingKind.Mismatch, new Wording(english, french)));

    public void Unchecked(string english, string french) =>
        Add(new AuditFinding(FindingKind.Unchecked, new Wording(english, french)));

    public IEnumerator<AuditFinding> GetEnumerator() => (_more == 0 ? _told : _told.Append(new AuditFinding(
        FindingKind.Mismatch,
        new Wording($"and {_more} more like these", $"et {_more} autres de ce genre")))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(AuditFinding finding)
    {
        if (finding.Kind == FindingKind.Mismatch && _told.Count >= Most)
        {
            _more++;
        }
        else
        {
            _told.Add(finding);
        }
    }
}
