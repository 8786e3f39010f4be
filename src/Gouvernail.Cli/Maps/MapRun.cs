using System.Text;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Cli.Maps;

/// <summary>Reads a conversation, draws its map, and writes what was asked for.</summary>
internal sealed class MapRun(MapRequest request, Surroundings here, Texts texts)
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Failure? Run(CancellationToken cancel)
    {
        if (Obstacle() is { } obstacle)
        {
            return obstacle;
        }

        var progress = new ProgressLine(here, texts);
        try
        {
            if (Read(progress, cancel, out Conversation? conversation) is { } unread)
            {
                return unread;
            }

            if (Compute(conversation!, progress, cancel, out OpinionMap? map) is { } unpinned)
            {
                return unpinned;
            }

            progress.Clear();
            return Write(conversation!, map!, cancel);
        }
        finally
        {
            progress.Clear();
        }
    }

    /// <summary>What would stop the writing, found before the work rather than after.</summary>
    private Failure? Obstacle()
    {
        foreach (string? file in (ReadOnlySpan<string?>)[request.Json, request.Html])
        {
            if (file is not (null or "-") && OutputFile.Obstacle(file, texts) is { } reason)
            {
                return new Failure(ExitCode.CannotWrite, texts.CannotWrite(file, reason));
            }
        }

        return request.Export is { } folder && OutputFile.FolderObstacle(folder, texts) is { } inTheWay
            ? new Failure(ExitCode.CannotWrite, texts.CannotWrite(folder, inTheWay))
            : null;
    }

    private Failure? Read(ProgressLine progress, CancellationToken cancel, out Conversation? conversation)
    {
        var options = new ReadOptions
        {
            AgreeIs = request.AgreeIs,
            KeepHistory = request.Export is not null,
            Progress = progress,
        };
        Reading reading = ConversationReader.Read(request.Path, options, cancel);
        conversation = reading.Conversation is { } read ? read with { Credit = request.Credit } : null;
        return reading.Problem is { } problem
            ? new Failure(problem.IsMissing ? ExitCode.NoInput : ExitCode.BadInput, problem.In(texts.Language))
            : null;
    }

    private Failure? Compute(
        Conversation conversation, ProgressLine progress, CancellationToken cancel, out OpinionMap? map)
    {
        map = null;
        if (!request.IsPolis)
        {
            var options = new MapOptions
            {
                Resamples = request.Resamples,
                Threads = request.Threads,
                Progress = progress,
            };
            map = OpinionMapMethod.Compute(conversation.Votes, options, cancel);
            return null;
        }

        if (Pins.Read(request, conversation.Votes.Participants, texts, out PolisOptions? pins) is { } failure)
        {
            return failure;
        }

        map = PolisMethod.Compute(conversation.Votes, pins, cancel);
        return null;
    }

    private Failure? Write(Conversation conversation, OpinionMap map, CancellationToken cancel)
    {
        if (request.Json is { } json && json != "-"
            && OutputFile.Write(json, texts, s => WriteJson(s, map, cancel)) is { } noJson)
        {
            return noJson;
        }

        if (request.Html is { } html
            && OutputFile.Write(html, texts, s => WriteHtml(s, conversation, map, cancel)) is { } noHtml)
        {
            return noHtml;
        }

        if (request.Export is { } folder
            && OutputFile.WriteFolder(folder, conversation, map, texts, cancel) is { } none)
        {
            return none;
        }

        if (request.Json == "-")
        {
            WriteJson(here.Output, map, cancel);
            return null;
        }

        using var writer = new StreamWriter(here.Output, _utf8, 1 << 14, leaveOpen: true) { NewLine = "\n" };
        TextReport.Write(writer, conversation, map, texts.Language);
        return null;
    }

    private static void WriteJson(Stream stream, OpinionMap map, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        OpinionMapJson.Write(stream, map);
        stream.Flush();
    }

    private void WriteHtml(Stream stream, Conversation conversation, OpinionMap map, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var writer = new StreamWriter(stream, _utf8, 1 << 14, leaveOpen: true) { NewLine = "\n" };
        HtmlReport.Write(writer, conversation, map, texts.Language);
    }
}
