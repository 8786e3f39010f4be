using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps;

/// <summary>
/// An <see cref="OpinionMap"/> as JSON, field by field as <c>docs/formats/opinion-map.md</c> says. The bytes are a
/// function of the map alone. Elements of the long arrays stand one on a line; memory stays bounded however many.
/// </summary>
public static partial class OpinionMapJson
{
    /// <summary>Writes the map in UTF-8 without a byte order mark, ended by one line feed.</summary>
    public static void Write(Stream stream, OpinionMap map)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(map);
        using var json = new Document(stream, map);
        json.Write();
    }

    private sealed partial class Document(Stream stream, OpinionMap map) : IDisposable
    {
        private const int FlushAt = 1 << 16;

        private static readonly JsonWriterOptions _options = new()
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        };

        private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushAt);
        private readonly Utf8JsonWriter _json = new(Stream.Null, _options);
        private readonly JsonEncodedText[] _ids = [.. map.Statements.Select(s => Encode(s.Id))];
        private bool _first = true;

        public void Write()
        {
            Raw("{"u8);
            Value("method", () => _json.WriteStringValue(map.Method));
            Value("parameters", Parameters);
            Value("participants", () => _json.WriteNumberValue(map.Participants.Count));
            Value("statements", () => _json.WriteNumberValue(map.Statements.Count));
            Value("votes", () => _json.WriteNumberValue(map.VoteCount));
            Value("grouped", () => _json.WriteNumberValue(map.Groups.Sum(g => g.Members.Count)));
            Value("explained", () => Numbers(map.Explained));
            Lines("columns", map.Columns.Count, i => _json.WriteStringValue(_ids[map.Columns[i]]));
            Lines("components", map.Components.Count, i => Numbers(map.Components[i]));
            Lines("center", map.Center.Count, i => _json.WriteNumberValue(map.Center[i]));
            Lines("groups", map.Groups.Count, Group);
            Value("consensus", Consensus);
            Lines("commonGround", map.CommonGround.Count, CommonGround);
            Lines("divisive", map.Divisive.Count, Divisive);
            Lines("points", map.Points.Count, Point);
            Lines("statementPoints", map.StatementPoints.Count, StatementPoint);
            int columns = map.Statements.Count;
            Lines("groupVotes", map.Groups.Count * columns, i => GroupVotes(i / columns, i % columns));
            Lines("routing", map.Routing.Count, Routing);
            Value("stability", Stability);
            Value("silhouette", Silhouette);
            Lines("statementList", columns, StatementEntry);
            Raw("\n}\n"u8);
            Drain(0);
            stream.Flush();
        }

        public void Dispose() => _json.Dispose();

        private static JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, _options.Encoder);

        private void Raw(ReadOnlySpan<byte> bytes) => _buffer.Write(bytes);

        private void Name(string name)
        {
            Raw(_first ? "\n\""u8 : ",\n\""u8);
            _first = false;
            Raw(JsonEncodedText.Encode(name).EncodedUtf8Bytes);
            Raw("\":"u8);
        }

        private void Value(string name, Action write)
        {
            Name(name);
            _json.Reset(_buffer);
            write();
            _json.Flush();
        }

        private void Lines(string name, int count, Action<int> write)
        {
            Name(name);
            Raw("["u8);
            for (int i = 0; i < count; i++)
            {
                Raw(i == 0 ? "\n"u8 : ",\n"u8);
                _json.Reset(_buffer);
                write(i);
                _json.Flush();
                Drain(FlushAt);
            }

            Raw(count == 0 ? "]"u8 : "\n]"u8);
        }

        private void Drain(int over)
        {
            if (_buffer.WrittenCount > over)
            {
                stream.Write(_buffer.WrittenSpan);
                _buffer.ResetWrittenCount();
            }
        }
    }
}
