using System.Globalization;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps;

public static partial class OpinionMapJson
{
    // The values and elements, each written at one go; a group's members, which may be many, in several.
    private sealed partial class Document
    {
        private void Numbers(IReadOnlyList<double> numbers)
        {
            _json.WriteStartArray();
            foreach (double number in numbers)
            {
                _json.WriteNumberValue(number);
            }

            _json.WriteEndArray();
        }

        private void Parameters()
        {
            _json.WriteStartObject();
            foreach ((string name, string value) in map.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                _json.WriteString(name, value);
            }

            _json.WriteEndObject();
        }

        private void Group(int index)
        {
            OpinionGroup group = map.Groups[index];
            _json.WriteStartObject();
            _json.WriteNumber("id"u8, index);
            _json.WriteNumber("size"u8, group.Members.Count);
            _json.WriteStartArray("members"u8);
            foreach (int member in group.Members)
            {
                _json.WriteStringValue(map.Participants[member]);
                if (_json.BytesPending > FlushAt / 2)
                {
                    _json.Flush();
                    Drain(FlushAt);
                }
            }

            _json.WriteEndArray();
            Optional("stability"u8, group.Stability);
            _json.WriteStartArray("representative"u8);
            foreach (Representative statement in group.Representative)
            {
                _json.WriteStartObject();
                _json.WriteString("statement"u8, _ids[statement.Statement]);
                _json.WriteString("side"u8, statement.Side == Side.Agree ? "agree"u8 : "disagree"u8);
                Counts(statement.Votes);
                _json.WriteNumber("repness"u8, statement.Repness);
                _json.WriteNumber("repnessTest"u8, statement.RepnessTest);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        private void Consensus()
        {
            _json.WriteStartObject();
            ConsensusSide("agree"u8, map.Consensus.Agree);
            ConsensusSide("disagree"u8, map.Consensus.Disagree);
            _json.WriteEndObject();
        }

        private void ConsensusSide(ReadOnlySpan<byte> name, IReadOnlyList<ConsensusStatement> statements)
        {
            _json.WriteStartArray(name);
            foreach (ConsensusStatement statement in statements)
            {
                _json.WriteStartObject();
                _json.WriteString("statement"u8, _ids[statement.Statement]);
                Counts(statement.Votes);
                _json.WriteNumber("share"u8, statement.Share);
                _json.WriteNumber("shareTest"u8, statement.ShareTest);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        private void CommonGround(int index)
        {
            CommonGround item = map.CommonGround[index];
            _json.WriteStartObject();
            _json.WriteString("statement"u8, _ids[item.Statement]);
            _json.WriteNumber("score"u8, item.Score);
            Optional("low"u8, item.Low);
            Optional("high"u8, item.High);
            _json.WriteEndObject();
        }

        private void Divisive(int index)
        {
            Divisive item = map.Divisive[index];
            _json.WriteStartObject();
            _json.WriteString("statement"u8, _ids[item.Statement]);
            _json.WriteNumber("spread"u8, item.Spread);
            _json.WriteEndObject();
        }

        private void Point(int index)
        {
            ParticipantPoint point = map.Points[index];
            _json.WriteStartObject();
            _json.WriteString("participant"u8, map.Participants[index]);
            _json.WriteNumber("x"u8, point.X);
            _json.WriteNumber("y"u8, point.Y);
            if (point.Group < 0)
            {
                _json.WriteNull("group"u8);
            }
            else
            {
                _json.WriteNumber("group"u8, point.Group);
            }

            _json.WriteEndObject();
        }

        private void StatementPoint(int index)
        {
            StatementPoint point = map.StatementPoints[index];
            _json.WriteStartObject();
            _json.WriteString("statement"u8, _ids[point.Statement]);
            _json.WriteNumber("x"u8, point.X);
            _json.WriteNumber("y"u8, point.Y);
            _json.WriteNumber("extremity"u8, point.Extremity);
            _json.WriteEndObject();
        }

        private void GroupVotes(int group, int statement)
        {
            _json.WriteStartObject();
            _json.WriteNumber("group"u8, group);
            _json.WriteString("statement"u8, _ids[statement]);
            Counts(map.Groups[group].Votes[statement]);
            _json.WriteEndObject();
        }

        private void Routing(int index)
        {
            RoutingPriority item = map.Routing[index];
            _json.WriteStartObject();
            _json.WriteString("statement"u8, _ids[item.Statement]);
            _json.WriteNumber("priority"u8, item.Priority);
            _json.WriteEndObject();
        }

        private void Stability()
        {
            if (map.Stability is not { } stability)
            {
                _json.WriteNullValue();
                return;
            }

            _json.WriteStartObject();
            _json.WriteNumber("k"u8, stability.Groups);
            _json.WriteNumber("kShare"u8, stability.SameNumber);
            _json.WriteNumber("ari"u8, stability.Agreement);
            _json.WriteNumber("resamples"u8, stability.Resamples);
            _json.WriteEndObject();
        }

        private void Silhouette()
        {
            _json.WriteStartObject();
            foreach ((int k, double silhouette) in map.Silhouette.OrderBy(s => s.Key))
            {
                _json.WriteNumber(k.ToString(CultureInfo.InvariantCulture), silhouette);
            }

            _json.WriteEndObject();
        }

        private void StatementEntry(int index)
        {
            StatementColumn statement = map.Statements[index];
            _json.WriteStartObject();
            _json.WriteString("statement"u8, _ids[index]);
            _json.WriteNumber("moderation"u8, (int)statement.Moderation);
            _json.WriteBoolean("meta"u8, statement.IsMeta);
            Counts(map.Totals[index]);
            _json.WriteEndObject();
        }

        private void Counts(VoteCounts votes)
        {
            _json.WriteNumber("agree"u8, votes.Agree);
            _json.WriteNumber("disagree"u8, votes.Disagree);
            _json.WriteNumber("seen"u8, votes.Seen);
        }

        private void Optional(ReadOnlySpan<byte> name, double? value)
        {
            if (value is { } number)
            {
                _json.WriteNumber(name, number);
            }
            else
            {
                _json.WriteNull(name);
            }
        }
    }
}
