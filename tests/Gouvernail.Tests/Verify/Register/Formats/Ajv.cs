using System.Diagnostics;
using System.Text.Json.Nodes;
using Gouvernail.Tests.House;

namespace Gouvernail.Tests.Verify.Register.Formats;

/// <summary>
/// Ajv, which checks documents against JSON Schemas (MIT), and the schemas of CycloneDX (Apache-2.0), in the folder
/// that GOUVERNAIL_CYCLONEDX names and not kept here.
/// </summary>
internal static class Ajv
{
    /// <summary>The schema of CycloneDX 1.6.</summary>
    public const string CycloneDx = "cyclonedx";

    /// <summary>What is wrong with each document, or null; skips the test where there is no ajv.</summary>
    public static string?[] Complaints(JsonNode schema, IEnumerable<JsonNode> documents)
    {
        string folder = Environment.GetEnvironmentVariable("GOUVERNAIL_CYCLONEDX") ?? "";
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules")),
            "Set GOUVERNAIL_CYCLONEDX to a folder with ajv and the schemas of CycloneDX to check cards against them.");
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(
            Repository.Root, "tests/Gouvernail.Tests/Verify/Register/Formats/validate.js"));
        start.ArgumentList.Add(folder);
        using Process node = Process.Start(start)!;
        Task<string> output = node.StandardOutput.ReadToEndAsync();
        Task<string> errors = node.StandardError.ReadToEndAsync();
        using (node.StandardInput)
        {
            node.StandardInput.Write(new JsonObject
            {
                ["schema"] = schema,
                ["documents"] = new JsonArray([.. documents]),
            }.ToJsonString());
        }

        node.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        node.ExitCode.ShouldBe(0, errors.Result);
        return [.. JsonNode.Parse(output.Result)!.AsArray().Select(complaint => complaint?.GetValue<string>())];
    }
}
