using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>The event of a statement put forward. Its payload is sealed: a sentence may hold personal data.</summary>
/// <param name="Statement">Its id in the consultation.</param>
/// <param name="Text">The sentence; empty where an imported conversation did not give it.</param>
/// <param name="IsSeed">True where the facilitators wrote it to begin with.</param>
/// <param name="At">When it was written, in milliseconds since 1970, where that is not the entry's time.</param>
public sealed record StatementProposed(string Statement, string Text, bool IsSeed, long? At)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "statement-proposed";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string consultation, string? pseudonym) => new(Kind)
    {
        Consultation = consultation,
        Pseudonym = pseudonym,
        Payload = CanonicalObject.Of(payload =>
        {
            if (At is { } at)
            {
                payload.Name("at");
                payload.Number(at);
            }

            if (IsSeed)
            {
                payload.Name("seed");
                payload.Flag(true);
            }

            payload.Name("statement");
            payload.Text(Statement);
            payload.Name("text");
            payload.Text(Text);
        }),
    };

    /// <summary>
    /// Reads a payload, an object in canonical JSON; null where it is not there, or is not one of a statement.
    /// </summary>
    public static StatementProposed? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        string? statement = null, text = null;
        bool isSeed = false;
        long? at = null;
        var reader = new Utf8JsonReader(payload.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = reader.GetString();
            reader.Read();
            switch (name, reader.TokenType)
            {
                case ("statement", JsonTokenType.String): statement = reader.GetString(); break;
                case ("text", JsonTokenType.String): text = reader.GetString(); break;
                case ("seed", JsonTokenType.True): isSeed = true; break;
                case ("at", JsonTokenType.Number) when reader.TryGetInt64(out long time)
                    && time is >= -VoteCast.LatestTime and <= VoteCast.LatestTime:
                    at = time;
                    break;
                default: return null;
            }
        }

        return statement is { Length: > 0 } && text is not null
            ? new StatementProposed(statement, text, isSeed, at)
            : null;
    }
}
