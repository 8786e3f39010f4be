using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Aggregate.Results;

/// <summary><c>opinion-map/1</c> over a log: participants are numbered by their votes alone.</summary>
internal sealed class OpinionMapResult : IResultMethod
{
    private const string Resamples = "resamples";
    private const string RungList = "rungs";
    private const int MostResamples = 10_000;

    /// <summary>Resamples times people and statements: some minutes of one processor, and some GB.</summary>
    private const long MostDrawn = 250_000_000;

    public string Name => "opinion-map";

    public string Version => "1";

    public bool TryRead(
        JsonElement given,
        [NotNullWhen(true)] out byte[]? parameters,
        [NotNullWhen(false)] out Wording? problem)
    {
        parameters = null;
        int resamples = new MapOptions().Resamples;
        Rung[] rungs = [];
        foreach (JsonProperty member in given.EnumerateObject())
        {
            bool isRead = member.Name switch
            {
                Resamples => member.Value.ValueKind == JsonValueKind.Number
                    && member.Value.TryGetInt32(out resamples) && resamples is >= 0 and <= MostResamples,
                RungList => TryReadRungs(member.Value, out rungs),
                _ => false,
            };
            if (!isRead)
            {
                problem = new(
                    $"{OpinionMapMethod.Name} takes {Resamples}, a whole number from 0 to {MostResamples}, and "
                        + $"{RungList}, a list of open, code, host, member",
                    $"{OpinionMapMethod.Name} prend {Resamples}, un nombre entier de 0 à {MostResamples}, et "
                        + $"{RungList}, une liste de open, code, host, member");
                return false;
            }
        }

        problem = null;
        parameters = CanonicalObject.Of(p =>
        {
            p.Name(Resamples);
            p.Number(resamples);
            if (rungs.Length > 0)
            {
                p.Name(RungList);
                p.StartArray();
                Array.ForEach(rungs, rung => p.Text(rung.Word()));
                p.EndArray();
            }
        });
        return true;
    }

    public void Compute(
        Conversation conversation, JsonElement parameters, Work work, Stream output, CancellationToken cancellation) =>
        OpinionMapJson.Write(output, Map(conversation, parameters, work, cancellation));

    public OpinionMap Map(
        Conversation conversation, JsonElement parameters, Work work, CancellationToken cancellation)
    {
        int resamples = parameters.GetProperty(Resamples).GetInt32();
        VoteTable votes = parameters.TryGetProperty(RungList, out JsonElement list)
            && TryReadRungs(list, out Rung[] rungs) ? On(conversation, rungs) : conversation.Votes;
        long drawn = (long)resamples * (votes.Participants.Count + votes.Statements.Count);
        if (drawn > MostDrawn)
        {
            throw new TooLargeException(new(
                $"{resamples} resamples of so many people and statements are more than anybody can check; ask for less",
                $"{resamples} tirages de tant de gens et d’énoncés sont plus que quiconque peut vérifier\u00a0; "
                    + "demandez-en moins"));
        }

        var options = new MapOptions
        {
            Resamples = resamples,
            Threads = work.Threads,
            Progress = work.Progress is null ? null : new Share(work.Progress),
        };
        return OpinionMapMethod.Compute(votes.Anonymous(), options, cancellation);
    }

    /// <summary>A list of rungs, each once, put in their own order; not empty.</summary>
    private static bool TryReadRungs(JsonElement list, out Rung[] rungs)
    {
        Rung?[] read = list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(word =>
                Rungs.Of(word.ValueKind == JsonValueKind.String ? word.GetString() : null))]
            : [];
        rungs = [.. read.OfType<Rung>().Distinct().Order()];
        return read.Length > 0 && rungs.Length == read.Length;
    }

    /// <summary>The votes of those on some rungs.</summary>
    private static VoteTable On(Conversation conversation, Rung[] rungs)
    {
        int[] rows = [.. Enumerable.Range(0, conversation.Votes.Participants.Count)
            .Where(row => rungs.Contains(conversation.Rungs is { } known ? known[row] : Rung.Open))];
        var rowOf = new List<int>();
        var cells = new List<int>();
        for (int row = 0; row < rows.Length; row++)
        {
            foreach (int cell in conversation.Votes.Row(rows[row]))
            {
                rowOf.Add(row);
                cells.Add(cell);
            }
        }

        return VoteTable.FromEvents(
            [.. rows.Select(row => conversation.Votes.Participants[row])],
            [.. conversation.Votes.Statements],
            [.. rowOf], [.. cells], default);
    }

    private sealed class Share(IProgress<double> progress) : IProgress<MapProgress>
    {
        public void Report(MapProgress value)
        {
            if (value.Stage == MapStage.Resamples && value.Total > 0)
            {
                progress.Report((double)value.Done / value.Total);
            }
        }
    }
}
