using System.CommandLine;

namespace Gouvernail.Cli.Tests;

public sealed class UsageTests
{
    public static TheoryData<string, string> Faults => new()
    {
        { "", "which command?" },
        { "simulate", "which command?" },
        { "elect", "unknown command \"elect\"" },
        { "--elect", "unknown option --elect" },
        { "map", "which conversation?" },
        { "map a b", "unexpected argument \"b\"" },
        { "map --nothing", "unknown option --nothing" },
        { "map a --nothing 3", "unknown option --nothing" },
        { "map a --json", "--json needs a value" },
        { "map a --json --html b", "--json needs a value" },
        { "map a --json=", "--json needs a value" },
        { "map a --json b --json c", "--json is given more than once" },
        { "map a --json b --html b", "--json b and --html b would write to the same place" },
        { "map a --html -", "only --json can be written to the output" },
        { "map a --method polis", "--method does not take \"polis\". Expected: opinion-map/1, polis/1" },
        { "map a --agree-is 2", "--agree-is does not take \"2\". Expected: 1, -1" },
        { "map a --bootstrap -1", "--bootstrap does not take \"-1\"" },
        { "map a --bootstrap many", "--bootstrap does not take \"many\"" },
        { "map a --bootstrap 10001", "a whole number from 0 to 10000" },
        { "map a --bootstrap 99999999999", "--bootstrap does not take" },
        { "map a --threads 0", "--threads does not take \"0\"" },
        { "map a --lang de", "--lang does not take \"de\". Expected: fr, en" },
        { "map a --method polis/1 --bootstrap 50", "--bootstrap does not go with polis/1" },
        { "map a --in-conversation b", "--in-conversation pins a step of polis/1" },
        { "map a --base-clusters b", "--base-clusters pins a step of polis/1" },
        { "map a --method polis/1 --in-conversation b --base-clusters c", "do not go together" },
        { "simulate conversation", "with --out DIR" },
        { "simulate conversation --out a --groups 6", "--groups does not take \"6\"" },
        { "simulate conversation --out a --density 0", "--density does not take \"0\"" },
        { "simulate conversation --out a --density 1.5", "--density does not take \"1.5\"" },
        { "simulate conversation --out a --density 0,5", "--density does not take \"0,5\"" },
        { "simulate conversation --out a --density NaN", "--density does not take \"NaN\"" },
        { "simulate conversation --out a --participants 0", "--participants does not take \"0\"" },
        { "simulate conversation --out a --participants 2 --groups 3", "more groups than participants" },
        { "simulate conversation --out a --participants 10000000 --statements 100000", "under 250,000,000 votes" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_of_usage_is_named_with_the_help_that_mends_it(string line, string message)
    {
        Outcome outcome = Running.Cli(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Bytes.ShouldBeEmpty();
        outcome.Error.ShouldContain(message);
        outcome.Error.ShouldContain("See: gouvernail ");
        outcome.Error.ShouldEndWith("--help" + Environment.NewLine);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_is_told_in_French_too(string line, string message)
    {
        string[] args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Outcome outcome = Running.CliIn(new() { ["LANG"] = "fr_FR.UTF-8" }, args);
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain("Voir\u00a0: gouvernail ");
        outcome.Error.ShouldNotContain(message);
    }

    [Fact]
    public void A_path_may_begin_with_a_dash_after_two_dashes()
    {
        Running.Cli("map", "--", "-nothing").Code.ShouldBe(ExitCode.NoInput);
    }

    [Fact]
    public void A_path_may_begin_with_an_at_sign()
    {
        Outcome outcome = Running.Cli("map", "@nothing");
        outcome.Code.ShouldBe(ExitCode.NoInput);
        outcome.Error.ShouldContain("@nothing");
    }

    [Theory]
    [InlineData("fr_FR.UTF-8", "", "", true)]
    [InlineData("", "fr", "", true)]
    [InlineData("", "", "fr_CA", true)]
    [InlineData("en_GB", "fr", "fr", false)]
    [InlineData("C", "", "fr", false)]
    [InlineData("", "", "tr_TR", false)]
    public void The_first_of_three_variables_gives_the_language(string all, string messages, string lang, bool french)
    {
        Outcome outcome = Running.CliIn(
            new() { ["LC_ALL"] = all, ["LC_MESSAGES"] = messages, ["LANG"] = lang }, "--help");
        outcome.Output.Contains("décider ensemble", StringComparison.Ordinal).ShouldBe(french);
    }

    [Fact]
    public void The_option_wins_over_the_variables()
    {
        var french = new Dictionary<string, string> { ["LANG"] = "fr" };
        Running.CliIn(french, "--lang", "en", "--help").Output.ShouldContain("decide together");
        Running.CliIn(french, "map", "--lang", "en", "--help").Output.ShouldContain("Draws the opinion map");
        Running.Cli("map", "--lang", "fr", "--help").Output.ShouldContain("Dessine la carte");
    }

    [Fact]
    public void The_version_is_printed_alone()
    {
        Running.Cli("--version").Output.ShouldMatch(@"^gouvernail \d+\.\d+\.\d+\n$");
    }

    [Fact]
    public void Help_names_every_option_in_both_languages()
    {
        foreach (CliCommand command in new CommandTree().All)
        {
            string[] words = [.. command.Command.Parents.OfType<Command>().Where(p => p is not RootCommand)
                .Select(p => p.Name), command.Command.Name, "--help", "--lang"];
            foreach (string language in (string[])["en", "fr"])
            {
                string help = Running.Cli([.. words, language]).Output;
                command.Command.Options.ShouldAllBe(o => help.Contains($"  {o.Name}", StringComparison.Ordinal));
                help.ShouldContain(language == "en" ? "\nUsage: gouvernail " : "\nUsage\u00a0: gouvernail ");
                help.ShouldEndWith(".\n");
                help.Split('\n').ShouldAllBe(line => line.Length <= 100);
                Running.Cli("--help", "--lang", language).Output.ShouldContain($"\n  {string.Join(' ', words[..^2])}");
            }
        }
    }

    [Fact]
    public void A_word_that_only_groups_commands_explains_them() =>
        Running.Cli("simulate", "--help").Output.ShouldBe(Running.Cli("simulate", "conversation", "--help").Output);

    [Fact]
    public void Help_names_every_exit_code_and_fits_a_terminal()
    {
        foreach (string language in (string[])["en", "fr"])
        {
            string help = Running.Cli("--help", "--lang", language).Output;
            foreach (ExitCode code in Enum.GetValues<ExitCode>())
            {
                help.ShouldContain($"\n  {(int)code,-5}");
            }

            help.Split('\n').ShouldAllBe(line => line.Length <= 100);
        }
    }
}
