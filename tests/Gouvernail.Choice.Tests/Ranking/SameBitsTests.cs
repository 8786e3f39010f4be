using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Gouvernail.Choice.Ranking;

namespace Gouvernail.Choice.Tests.Ranking;

/// <summary>What was computed once comes out again anywhere: on this processor, and on one without vectors.</summary>
public sealed class SameBitsTests
{
    private const string Pinned = "702634a696bcfb8be31f3967dd5a02b9c18ff00d65aa85fe1cf0395ae6f5453c";

    [Fact]
    public void Scores_and_lists_have_the_bits_they_always_had() => Convert.ToHexStringLower(Bits()).ShouldBe(Pinned);

    [Fact]
    public void A_processor_without_vectors_gives_the_same_bits()
    {
        string self = Path.Combine(
            AppContext.BaseDirectory, "Gouvernail.Choice.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        string test = $"{typeof(SameBitsTests).FullName}.{nameof(Scores_and_lists_have_the_bits_they_always_had)}";
        var start = new ProcessStartInfo(self, ["--filter-method", test])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_EnableHWIntrinsic"] = "0";
        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();

        process.ExitCode.ShouldBe(0, said);
        said.ShouldContain("succeeded: 1");
    }

    private static byte[] Bits()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Features features = Feeds.Table(1, 1_003, 32);
        double[] scores = LinearScores.Of(features, Feeds.Weights(1, 32));
        var candidates = new Candidates(scores);
        bool[] tail = [.. scores.Select((_, i) => i % 3 == 0)];
        ushort[] members = [.. scores.Select((_, i) => (ushort)(i % 8))];
        double[] shares = [.. Enumerable.Range(0, 1_003 * 5).Select(i => (double)(i * 7 % 11 / 4))];
        var categories = new Features(shares, 5);
        int[] diverse = MarginalRelevance.Select(candidates, features, 60, 0.3);
        int[] calibrated = Calibrated.Select(candidates, categories, [1, 2, 3, 4, 5], 60, 0.5);
        QuotaAnswer quotas = Quotas.Fill(
            candidates, members, [Quota.OfTheList(30), Quota.OfTheList(30), Quota.OfTheList(0, 20)], 50);
        QuotaAnswer exploration = Exploration.Guaranteed(candidates, tail, 30, 3, 10, [1, 2, 3]);
        hash.AppendData(MemoryMarshal.AsBytes(scores.AsSpan()));
        foreach (int[] list in (int[][])[
            TopItems.Of(candidates, 100), diverse, calibrated,
            [.. quotas.List!.Select(p => p.Item)], [.. exploration.List!.Select(p => p.Item)]])
        {
            hash.AppendData(MemoryMarshal.AsBytes(list.AsSpan()));
        }

        double[] measures =
        [
            ListMeasures.Ndcg(diverse, [.. tail.Select(t => t ? 1.0 : 0)], 10)!.Value,
            ListMeasures.Divergence(calibrated, categories, [1, 2, 3, 4, 5]),
            ListMeasures.IntraListDistance(diverse, features),
        ];
        hash.AppendData(MemoryMarshal.AsBytes(measures.AsSpan()));
        return hash.GetHashAndReset();
    }
}
