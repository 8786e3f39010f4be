using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Cli.Maps;

/// <summary>
/// Base clusters in JSON: an array of objects <c>{"id","members","x","y"}</c>, or one object of columns with these
/// names, or an object that holds either under <c>base-clusters</c> or <c>baseClusters</c>.
/// </summary>
internal ref struct BaseClusterFile
{
    private static readonly Wording _clustersShape = new(
        "an array of {\"id\", \"members\", \"x\", \"y\"}, or one object whose \"id\", \"members\", \"x\" and \"y\" "
        + "are arrays of the same length",
        "un tableau de {\"id\", \"members\", \"x\", \"y\"}, ou un objet dont \"id\", \"members\", \"x\" et \"y\" "
        + "sont des tableaux de même longueur");

    private static readonly Wording _clusterShape = new(
        "an object with \"id\", \"members\", \"x\" and \"y\"", "un objet avec \"id\", \"members\", \"x\" et \"y\"");

    private static readonly Wording _membersShape = new(
        "an array of participant ids, as numbers or strings",
        "un tableau d’identifiants de participants, en nombres ou en chaînes");

    private static readonly Wording _unicode = new("text in valid Unicode", "du texte en Unicode valide");

    private readonly ReadOnlySpan<byte> _json;
    private readonly HashSet<int> _known = [];
    private Utf8JsonReader _reader;
    private Wording? _expected;
    private List<int>? _ids;
    private List<List<string>>? _members;
    private List<double>? _x;
    private List<double>? _y;

    private BaseClusterFile(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = new Utf8JsonReader(json);
    }

    /// <summary>Reads the clusters, or says what is wrong and where.</summary>
    public static InputProblem? Read(
        string file, ReadOnlySpan<byte> json, [NotNull] out IReadOnlyList<BaseCluster>? clusters)
    {
        var reading = new BaseClusterFile(json);
        clusters = [];
        try
        {
            reading._reader.Read();
            clusters = reading.Clusters();
            reading._reader.Read();
            return clusters.Count > 0 ? null : new InputProblem(
                file, 0, 0, new("no base cluster", "aucune grappe de départ"), _clustersShape);
        }
        catch (JsonException e)
        {
            // Positions count from 0 in the reader, from 1 for people.
            return new InputProblem(
                file,
                (e.LineNumber ?? 0) + 1,
                (int)(e.BytePositionInLine ?? 0) + 1,
                new("not valid JSON", "JSON mal formé"),
                new("well-formed JSON", "du JSON bien formé"));
        }
        catch (FormatException)
        {
            (int line, int column) = reading.Position();
            return new InputProblem(file, line, column, reading.Found(), reading._expected!);
        }
    }

    private List<BaseCluster> Clusters() => _reader.TokenType switch
    {
        JsonTokenType.StartArray => Rows(),
        JsonTokenType.StartObject => Columns(),
        _ => throw Expected(_clustersShape),
    };

    private List<BaseCluster> Rows()
    {
        var clusters = new List<BaseCluster>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.StartObject)
            {
                throw Expected(_clusterShape);
            }

            int? id = null;
            double? x = null;
            double? y = null;
            List<string>? members = null;
            while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
            {
                switch (NextProperty())
                {
                    case "id": id = Id(); break;
                    case "members": members = Members(); break;
                    case "x": x = Coordinate(); break;
                    case "y": y = Coordinate(); break;
                    default: _reader.Skip(); break;
                }
            }

            clusters.Add(id is null || members is null || x is null || y is null
                ? throw Expected(_clusterShape)
                : new BaseCluster(id.Value, members, x.Value, y.Value));
        }

        return clusters;
    }

    private List<BaseCluster> Columns()
    {
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            switch (NextProperty())
            {
                case "base-clusters" or "baseClusters":
                    List<BaseCluster> inner = Clusters();
                    while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
                    {
                        _reader.Skip();
                    }

                    return inner;
                case "id": _ids = Column(static (ref BaseClusterFile f) => f.Id()); break;
                case "members": _members = Column(static (ref BaseClusterFile f) => f.Members()); break;
                case "x": _x = Column(static (ref BaseClusterFile f) => f.Coordinate()); break;
                case "y": _y = Column(static (ref BaseClusterFile f) => f.Coordinate()); break;
                default: _reader.Skip(); break;
            }
        }

        if (_ids is null || _members is null || _x is null || _y is null
            || _members.Count != _ids.Count || _x.Count != _ids.Count || _y.Count != _ids.Count)
        {
            throw Expected(_clustersShape);
        }

        var clusters = new List<BaseCluster>(_ids.Count);
        for (int c = 0; c < _ids.Count; c++)
        {
            clusters.Add(new BaseCluster(_ids[c], _members[c], _x[c], _y[c]));
        }

        return clusters;
    }

    private delegate T Reader<out T>(ref BaseClusterFile file);

    private List<T> Column<T>(Reader<T> read)
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            throw Expected(_clustersShape);
        }

        var column = new List<T>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            column.Add(read(ref this));
        }

        return column;
    }

    private string NextProperty()
    {
        string name = Text();
        _reader.Read();
        return name;
    }

    private int Id()
    {
        if (_reader.TokenType != JsonTokenType.Number || !_reader.TryGetInt32(out int id))
        {
            throw Expected(new("a whole number", "un nombre entier"));
        }

        return _known.Add(id) ? id : throw Expected(new(
            "an id for each cluster; this one stands twice",
            "un identifiant pour chaque grappe\u00a0; celui-ci y est deux fois"));
    }

    private double Coordinate() =>
        _reader.TokenType == JsonTokenType.Number && _reader.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw Expected(new("a number", "un nombre"));

    private List<string> Members()
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            throw Expected(_membersShape);
        }

        var members = new List<string>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            members.Add(_reader.TokenType switch
            {
                JsonTokenType.String => Text(),
                JsonTokenType.Number => Encoding.UTF8.GetString(_reader.ValueSpan),
                _ => throw Expected(_membersShape),
            });
        }

        return members.Count > 0 ? members : throw Expected(new(
            "at least one participant in the cluster", "au moins un participant dans la grappe"));
    }

    // An escape may spell half a character, which is JSON and not text.
    private string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Expected(_unicode);
        }
    }

    private FormatException Expected(Wording what)
    {
        _expected = what;
        return new FormatException(what.English);
    }

    private readonly (int Line, int Column) Position()
    {
        ReadOnlySpan<byte> before = _json[..(int)_reader.TokenStartIndex];
        int lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, before.Length - lineStart + 1);
    }

    private readonly Wording Found()
    {
        string token = Encoding.UTF8.GetString(_reader.ValueSpan);
        string shown = token.Length > 40 ? token[..40] + "…" : token;
        return new($"\"{shown}\"", $"«\u00a0{shown}\u00a0»");
    }
}
