using System.Text;
using Gouvernail.Server;

Listening.Hurry();
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
return (int)await ServerRun.RunAsync(args, output, error, Environment.GetEnvironmentVariable);
