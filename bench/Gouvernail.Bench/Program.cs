using Gouvernail.Bench;

// Each bench prints one line beside its bar; bench/RESULTS.md says how to run them.

// The people who vote cost less where the thread that hears of an answer reads it; .NET asks when it makes a socket.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
var arguments = new Arguments(args);
switch (arguments.Word(0))
{
    case "map" when arguments.Word(1).Length > 0:
        using (var map = new OpinionMapBench(Path.GetFullPath(arguments.Word(1))))
        {
            map.Run(arguments.Has("--large"), arguments.Text("--data"));
        }

        return 0;
    case "live":
        return new LiveBench(arguments).Run();
    case "rank":
        return new RankBench(arguments).Run();
    case "append":
        return new JournalBench(arguments).Run();
    case "verify":
        return new VerifyBench(arguments).Run();
    case "open":
        return new OpenBench(arguments).Run();
    case OpenBench.Child:
        return OpenBench.RunChild(arguments);
    case "import" when arguments.Word(2).Length > 0:
        return new ImportBench(arguments).Run();
    case "load" when arguments.Word(1).Length > 0:
        return new LoadBench(arguments).Run();
    default:
        Console.Error.WriteLine("""
            Some benches measure the published command:
              dotnet publish src/Gouvernail.Cli -c Release -o out
            Then dotnet run -c Release --project bench/Gouvernail.Bench -- and one of
              map out/gouvernail [--large] [--data FOLDER]
                --large adds a million participants: 9 GB of disk, a quarter of an hour
              live [--participants 33000] [--statements 783] [--votes 2000000] [--warm-up 40] [--refreshes 40]
              rank [--items 1000000] [--runs 41]
              append [--callers 64] [--seconds 5] [--runs 3] [--sealed] [--folder FOLDER]
              verify [--entries 1000000] [--runs 3] [--command out/gouvernail] [--keep FOLDER]
              open [--entries 10000000] [--runs 3] [--keep FOLDER]
                --keep leaves what was built in a folder, or finds it there
              import out/gouvernail CONVERSATION [--runs 5]
            and, of the published server (dotnet publish src/Gouvernail.Server -c Release -o out-server),
              load out-server/gouvernail-server [--connections 64] [--seconds 10] [--people 20000]
              load out-server/gouvernail-server --crowd 10000 [--pause 4] [--seconds 30]
            """);
        return 64;
}
