using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;
using Gouvernail.Journals;

namespace Gouvernail.Aggregate.Results;

/// <summary><c>opinion-map/1</c> over a log: participants are numbered by their votes alone.</summary>
internal sealed class OpinionMapResult : IResultMethod
{
    private const string Resamples = "resamples";
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
        foreach (JsonProperty member in given.EnumerateObject())
        {
            if (member.Name != Resamples || member.Value.ValueKind != JsonValueKind.Number
                || !member.Value.TryGetInt32(out resamples) || resamples is < 0 or > MostResamples)
            {
                problem = new(
                    $"{OpinionMapMethod.Name} takes {Resamples}, a whole number from 0 to {MostResamples}",
                    $"{OpinionMapMethod.Name} prend {Resamples}, un nombre entier de 0 à {MostResamples}");
                return false;
            }
        }

        problem = null;
        parameters = CanonicalObject.Of(p =>
        {
            p.Name(Resamples);
            p.Number(resamples);
        });
        return true;
    }

    public void Compute(
        Conversation conversation, JsonElement parameters, Work work, Stream output, CancellationToken cancellation)
    {
        int resamples = parameters.GetProperty(Resamples).GetInt32();
        long drawn = (long)resamples
            * (conversation.Votes.Participants.Count + conversation.Votes.Statements.Count);
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
        OpinionMapJson.Write(
            output, OpinionMapMethod.Compute(conversation.Votes.Anonymous(), options, cancellation));
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
