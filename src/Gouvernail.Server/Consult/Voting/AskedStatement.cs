using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>A statement put to somebody.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Vote">Their vote: 1 agree, −1 disagree, 0 pass; null where they have none.</param>
/// <param name="Matters">True where they say that it matters to them.</param>
public sealed record AskedStatement(string Id, string Text, int? Vote, bool Matters)
{
    /// <summary>A statement as somebody with this vote is asked it.</summary>
    public static AskedStatement Of(ListedStatement statement, Ballot? ballot)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new AskedStatement(statement.Id, statement.Text, ballot?.Vote, ballot?.Matters ?? false);
    }
}
