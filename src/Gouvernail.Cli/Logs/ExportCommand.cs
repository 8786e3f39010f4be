using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gouvernail.Audits;
using Gouvernail.Journals;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli.Logs;

/// <summary><c>gouvernail export</c>: writes what the public may have of a log.</summary>
internal sealed partial class ExportCommand : CliCommand
{
    private readonly Argument<string> _folder;
    private readonly Argument<string> _out;
    private readonly Option<string> _policy;
    private readonly Option<bool> _json;

    public ExportCommand()
        : base("export")
    {
        _folder = Argument("DIR");
        _out = Argument("OUT");
        _policy = Text("--policy");
        _json = Flag("--json");
    }

    public override string Help(Texts texts) => _help.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        if (parse.GetValue(_folder) is not { Length: > 0 } path || parse.GetValue(_out) is not { Length: > 0 } target)
        {
            return rules.Usage(_placesMissing.In(texts.Language));
        }

        if (TrustFile.ReadPolicy(parse.GetValue(_policy), texts, out TrustPolicy? policy) is { } noPolicy)
        {
            return noPolicy;
        }

        if (OutputFile.FolderObstacle(target, texts) is { } reason)
        {
            return new Failure(ExitCode.CannotWrite, texts.CannotWrite(target, reason));
        }

        var folder = new DataFolder(path);
        if (!folder.Exists)
        {
            return JournalFailure.Of(folder.Missing(), path, texts);
        }

        var unasked = new List<WitnessOutcome>();
        Func<SignedNote, ITileSource, SignedNote>? cosign = policy is null
            ? null
            : (note, tiles) => Cosign(policy, note, tiles, unasked, cancel);
        var progress = new ProgressLine(here, texts, _writing.In(texts.Language));
        ExportedBundle written;
        try
        {
            written = BundleExport.Write(folder, target, cosign, progress, cancel);
        }
        catch (JournalException e)
        {
            return JournalFailure.Of(e, path, texts, isReading: true);
        }
        catch (Exception e) when (Consult.FileTrouble.Is(e))
        {
            string why = Consult.FileTrouble.Of(e).In(texts.Language);
            return new Failure(ExitCode.CannotWrite, texts.CannotWrite(target, why));
        }
        finally
        {
            progress.Clear();
        }

        foreach (WitnessOutcome witness in unasked)
        {
            here.Error.WriteLine("gouvernail" + texts.Colon + NoCosignature(witness).In(texts.Language));
        }

        Tell(here, target, written, unasked, parse.GetValue(_json), texts);
        return null;
    }

    private static SignedNote Cosign(
        TrustPolicy policy,
        SignedNote note,
        ITileSource source,
        List<WitnessOutcome> failed,
        CancellationToken cancel)
    {
        if (!Checkpoint.TryParse(note.Text, out Checkpoint? head, out _)
            || !VerifiedTiles.TryOpen(source, head.Size, head.Root, out VerifiedTiles? tiles, out _))
        {
            return note;
        }

        using HttpClient http = WitnessClient.NewHttp();
        Cosigning cosigning = new WitnessClient(http).CosignAsync(policy, note, tiles, cancel).GetAwaiter().GetResult();
        failed.AddRange(cosigning.Outcomes.Where(outcome => outcome.Problem is not null));
        return cosigning.Note;
    }

    private static void Tell(
        Surroundings here,
        string target,
        ExportedBundle written,
        List<WitnessOutcome> failed,
        bool asJson,
        Texts texts)
    {
        if (!asJson)
        {
            here.Output.Write(Encoding.UTF8.GetBytes(Written(target, written).In(texts.Language) + "\n"));
        }
        else
        {
            using var json = new Utf8JsonWriter(here.Output);
            json.WriteStartObject();
            json.WriteString("out", target);
            json.WriteNumber("entries", written.Entries);
            json.WriteNumber("opened", written.Opened);
            json.WriteNumber("outputs", written.Outputs);
            json.WriteString("checkpoint", Encoding.UTF8.GetString(written.Checkpoint));
            json.WriteStartArray("witnessesWithoutAnswer");
            foreach (WitnessOutcome witness in failed)
            {
                json.WriteStringValue(witness.Witness.Name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
            here.Output.Write("\n"u8);
        }

        here.Output.Flush();
    }

    private static string Number(long number, char thousands) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', thousands);
}
