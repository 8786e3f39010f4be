using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>The event of a vote. Its payload is sealed: what somebody thinks of a question is theirs.</summary>
/// <param name="Statement">The statement's id.</param>
/// <param name="Vote">1 agree, −1 disagree, 0 pass.</param>
/// <param name="At">When it was cast, in milliseconds since 1970, where that is not the entry's time.</param>
public readonly record struct VoteCast(string Statement, int Vote, long? At)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "vote-cast";

    /// <summary>The latest time in a payload: JSON numbers are exact so far, and RFC 8785 keeps to them.</summary>
    internal const long LatestTime = (1L << 53) - 1;

    /// <summary>True where the participant says that the statement matters to them.</summary>
    public bool Matters { get; init; }

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string consultation, string pseudonym)
    {
        VoteCast cast = this;
        return new Draft(Kind)
        {
            Consultation = consultation,
            Pseudonym = pseudonym,
            Payload = CanonicalObject.Of(payload =>
            {
                if (cast.At is { } at)
                {
                    payload.Name("at");
                    payload.Number(at);
                }

                if (cast.Matters)
                {
                    payload.Name("matters");
                    payload.Flag(true);
                }

                payload.Name("statement");
                payload.Text(cast.Statement);
                payload.Name("vote");
                payload.Number(cast.Vote);
            }),
        };
    }

    /// <summary>Reads a payload, an object in canonical JSON; null where it is not there, or
    /// is not one of a vote.</summary>
    public static VoteCast? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        string? statement = null;
        long? at = null;
        int vote = int.MaxValue;
        bool matters = false;
        var reader = new Utf8JsonReader(payload.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("statement"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.String)
                {
                    return null;
                }

                statement = reader.GetString();
            }
            else if (reader.ValueTextEquals("vote"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out vote))
                {
                    return null;
                }
            }
            else if (reader.ValueTextEquals("matters"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.True)
                {
                    return null;
                }

                matters = true;
            }
            else if (reader.ValueTextEquals("at"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long time)
                    || time is < -LatestTime or > LatestTime)
                {
                    return null;
                }

                at = time;
            }
            else
            {
                return null;
            }
        }

        return statement is { Length: > 0 } && vote is >= -1 and <= 1
            ? new VoteCast(statement, vote, at) { Matters = matters }
            : null;
    }
}
