using Gouvernail.Bench;

// dotnet run -c Release --project bench/Gouvernail.Bench -- COMMAND [--large] [--data FOLDER]
// COMMAND is the published gouvernail; --large adds a million participants (9 GB of disk, a quarter of an hour);
// --data names a folder of openData conversations for the line on vTaiwan.
if (args.Length == 0)
{
    Console.Error.WriteLine("""
        Measures the published command. First:
          dotnet publish src/Gouvernail.Cli -c Release -o out
          dotnet run -c Release --project bench/Gouvernail.Bench -- out/gouvernail [--large] [--data FOLDER]
        """);
    return 64;
}

int data = Array.IndexOf(args, "--data");
using var bench = new OpinionMapBench(Path.GetFullPath(args[0]));
bench.Run(args.Contains("--large"), data >= 0 && data + 1 < args.Length ? args[data + 1] : null);
return 0;
