using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Aggregate.Results;

/// <summary>
/// <c>polis/1</c> over a log. Its first grouping depends, by its definition, on the order in which people arrived: here
/// that of their first votes in the log.
/// </summary>
internal sealed class PolisResult : IResultMethod
{
    public string Name => "polis";

    public string Version => "1";

    public bool TryRead(
        JsonElement given,
        [NotNullWhen(true)] out byte[]? parameters,
        [NotNullWhen(false)] out Wording? problem)
    {
        bool none = !given.EnumerateObject().Any();
        parameters = none ? "{}"u8.ToArray() : null;
        problem = none ? null : new(
            $"{PolisMethod.Name} takes no parameter here", $"{PolisMethod.Name} ne prend ici aucun paramètre");
        return none;
    }

    public void Compute(
        Conversation conversation, JsonElement parameters, Work work, Stream output, CancellationToken cancellation) =>
        OpinionMapJson.Write(output, Map(conversation, parameters, work, cancellation));

    public OpinionMap Map(
        Conversation conversation, JsonElement parameters, Work work, CancellationToken cancellation) =>
        PolisMethod.Compute(conversation.Votes, new PolisOptions { Threads = work.Threads }, cancellation);
}
