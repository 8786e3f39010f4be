using System.Text;
using System.Text.Json;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests.Opinions;

/// <summary>Maps for tests, and everything a map says as text that can be compared.</summary>
internal static class Maps
{
    public static OpinionMap Opinion(VoteTable votes, MapOptions options) =>
        OpinionMapMethod.Compute(votes, options, TestContext.Current.CancellationToken);

    public static OpinionMap Polis(VoteTable votes, PolisOptions? options = null) =>
        PolisMethod.Compute(votes, options, TestContext.Current.CancellationToken);

    public static string Text(OpinionMap map) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(map));
}
