using System.Text.Json;
using Gouvernail.Verify.Evidence;

namespace Gouvernail.Tests.Verify.Evidence;

/// <summary>When evidence was made, as signers of all kinds write it.</summary>
public sealed class EvidenceTimeTests
{
    [Theory]
    [InlineData("2026-11-22", "2026-11-22T00:00:00.0000000+00:00")]
    [InlineData("2026-11-22T04:01:04Z", "2026-11-22T04:01:04.0000000+00:00")]
    [InlineData("2026-11-22t04:01:04z", "2026-11-22T04:01:04.0000000+00:00")]
    [InlineData("2026-11-22T05:01:04.5+01:00", "2026-11-22T04:01:04.5000000+00:00")]
    [InlineData("2026-11-22T04:01:04.123456789Z", "2026-11-22T04:01:04.1234567+00:00")]
    public void A_day_or_a_time_of_RFC_3339_is_read(string text, string expected) =>
        Of($$"""{"timeCreated":"{{text}}"}""")!.Value.ToString("O").ShouldBe(expected);

    [Theory]
    [InlineData("2026-11-22T04:01:04")]
    [InlineData("2026-11-22T04:01:04.5")]
    [InlineData("2026-11-22 04:01:04Z")]
    [InlineData("2026-11-22T04:01:04.Z")]
    [InlineData("2026-11-22T04:01:04+25:00")]
    [InlineData("2026-02-30")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-11-22T04:01:04Z\\n")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    public void A_time_without_a_zone_or_that_never_was_is_none(string text) =>
        Of($$"""{"timeCreated":"{{text}}"}""").ShouldBeNull();

    private static DateTimeOffset? Of(string predicate)
    {
        using JsonDocument document = JsonDocument.Parse(predicate);
        return EvidenceTime.Of(document.RootElement);
    }
}
