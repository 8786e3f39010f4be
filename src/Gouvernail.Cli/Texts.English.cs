namespace Gouvernail.Cli;

internal sealed partial record Texts
{
    private static Texts MakeEnglish() => new()
    {
        Language = Language.English,
        Help = EnglishHelp,
        MapHelp = EnglishMapHelp,
        SimulateHelp = EnglishSimulateHelp,

        SeeHelp = command => $"See: {command}",
        UnknownOption = option => $"unknown option {option}.",
        UnknownCommand = name => $"unknown command \"{name}\".",
        UnexpectedArgument = text => $"unexpected argument \"{text}\".",
        GivenTwice = option => $"{option} is given more than once.",
        ValueMissing = option => $"{option} needs a value.",
        WrongValue = (option, given, expected) => $"{option} does not take \"{given}\". Expected: {expected}.",
        WholeWithin = (low, high) => $"a whole number from {low} to {high}",
        DensityRange = "a number above 0 and at most 1, such as 0.05",
        CommandMissing = "which command?",
        PathMissing = "which conversation? Give a folder, a zip archive or a CSV file.",
        OutMissing = "where to? Give a new folder with --out DIR.",
        NoBootstrapWithPolis = "--bootstrap does not go with polis/1: its groups depend on the order in which votes "
            + "arrived, so drawing people again would not measure them. Use opinion-map/1 for stability.",
        OnlyWithPolis = option => $"{option} pins a step of polis/1: add --method polis/1.",
        OnlyJsonToOutput = "only --json can be written to the output with \"-\". Give --html a file name.",
        PinsExclude = "--in-conversation and --base-clusters do not go together: base clusters already say who is "
            + "grouped. Give one of them.",
        OverInput = (output, input) =>
            $"{output} would write over what is read from {input}. Give another file name.",
        SamePlace = (one, other) => $"{one} and {other} would write to the same place. Give another file name.",
        MoreGroupsThanPeople = "there cannot be more groups than participants.",
        TooManyVotes = most => $"participants × statements × density must stay under {most} votes.",

        CannotRead = (file, reason) => $"cannot read {file}: {reason}.",
        CannotWrite = (file, reason) => $"cannot write {file}: {reason}.",
        Output = "the output",
        FolderMissing = "its folder does not exist",
        IsFolder = "it is a folder",
        NotEmpty = "it exists and is not an empty folder",
        UnknownParticipants = (file, ids) =>
            $"{file} names participants who did not vote in this conversation: {ids}.",
        OnLine = (id, line) => $"{id} (line {line})",
        ParticipantTwice = (file, id) => $"{file} puts participant {id} in more than one place; expected: one cluster.",

        Reading = "Reading",
        Components = "Principal components",
        Groups = "Groups",
        Resamples = "Resamples",
        Percent = "%",
        Interrupted = "interrupted; nothing half-written is left.",
        InternalError = kind =>
            $"this is a defect of Gouvernail ({kind}), and not of your data. Please report it, with "
            + "what GOUVERNAIL_DEBUG=1 before the same command prints.",
        Simulated = (folder, people, statements, votes, groups) =>
            $"Wrote {folder}: {people} participants, {statements} statements, {votes} votes, planted groups: {groups}. "
            + $"Next: gouvernail map {Quoted(folder)}",
        Colon = ": ",
        Thousands = ",",
    };

    private const string EnglishHelp = """
        gouvernail: decide together what an AI must do, and let anyone check.

        Usage: gouvernail COMMAND …

        Commands:
          map PATH                 who votes alike in a conversation, and what they share
          simulate conversation    a conversation that never took place, to learn and to test
          init DIR                 founds a community, with its log and its key
          import DIR PATH          takes a conversation held elsewhere into the log
          result DIR ID            computes a result over the log, and logs it
          export DIR OUT           writes what the public may have of a log, to be checked anywhere
          verify PLACE             checks all of a log: signatures, hashes, commitments, results
          prove DIR INDEX          the receipt of an entry of the log
          erase DIR INDEX          erases what an entry seals, and says so in the log
          invite DIR ID            makes invitations to a consultation, and prints their codes
          petition thresholds DIR  says in advance how many signatures a petition takes
          petition start DIR       starts a petition, and signs it
          petition sign DIR ID     signs with the codes of those who stand before the machine
          petition show DIR ID     what a petition asks, and how it stands
          petition list DIR        all petitions
          petition answer DIR ID   publishes the answer of the operator or of the community
          petition close DIR ID    stops a petition, for a reason that is public
          check-receipt FILE       checks, without a connection, that an entry is in a log
          witness DIR              cosigns others' logs, so that they cannot change their past
          register add DIR CARD    files the card of an automaton: what it is, and what it discloses
          register import DIR FILE  files cards in the formats of others
          register export DIR ID   writes a card in the formats of others
          register list DIR        lists the automata of a register
          register show DIR ID     shows what an automaton discloses, refuses and leaves out
          register retire DIR ID   says that an automaton is used no more
          gate check CARD|ID       whether an automaton may run, and what it lacks
          permit submit DIR ID     puts an automaton to the gate
          permit suspend DIR ID    suspends a permit
          permit resume DIR ID     lifts a suspension
          permit revoke DIR ID     takes a permit back
          permit show DIR ID       where a permit is, and how it came there
          evidence file DIR ID …   files evidence about an automaton
          evidence signer DIR      lets a key's signatures count
          evidence revoke-signer DIR …  a key counts no more
          evidence contest DIR …   says that a clause is not kept
          evidence settle DIR …    says that what was contested stands no more
          evidence list DIR        lists signers, evidence and what is contested
          mandate rule DIR FILE    sets the rule by which mandates are adopted
          mandate draft DIR FILE   writes a mandate, or amends one
          mandate put DIR ID       puts the last draft of a mandate to adoption
          mandate sign DIR ID      adds a trustee's signature
          mandate adopt DIR ID     brings a mandate into force, where its rule is met
          mandate revoke DIR ID    takes a mandate back
          mandate show DIR ID      shows a mandate: for people, for a model, or as it is signed
          mandate list DIR         lists the mandates of a log
          evidence key NAME        makes a key that signs mandates and evidence
          evidence sign FILE       signs an in-toto statement

        Options:
          --lang fr|en    language of texts and messages (by default the system's)
          --version       print the version
          --help          explain a command: gouvernail map --help

        Examples:
          gouvernail simulate conversation --out demo
          gouvernail map demo --html demo.html

        Exit codes:
          0    done
          1    a result or a commitment does not match; the gate: something speaks against it
          2    the gate: something is missing, too old, or leaves the question open
          3    a signature, the tree or a file of the log does not hold
          64   the command line is not understood
          65   the input is not what it should be
          66   the input is missing or cannot be opened
          70   a defect of Gouvernail
          73   a result cannot be written
          130  interrupted

        """;

    private const string EnglishMapHelp = """
        Draws the opinion map of a conversation: the groups of people who vote alike, what every
        group supports, what divides, and how sure that is.

        Usage: gouvernail map PATH [options]

        PATH is a folder in Polis' openData format, a polis-export/1 folder or zip archive, or a
        CSV file with the columns participant,statement,vote (1 agree, -1 disagree, 0 pass).

        The report is printed as text. Files are written whole or not at all.
          --json FILE|-     write the whole result as JSON; "-" prints it in place of the report
          --html FILE       write a page with the picture, to be read in a browser or on paper
          --export DIR      write the conversation as a polis-export/1 folder, new or empty

        The method:
          --method NAME     opinion-map/1 (by default): does not depend on the order of votes
                            polis/1: what Polis would publish, to compare or to migrate
          --bootstrap B     draw the people again B times to see what holds; 50 by default,
                            0 for none, at most 10000. Not with polis/1
          --threads N       threads to use, 1 by default; the result is the same for any number
          --agree-is 1|-1   the number that means "agree", where the files do not say
          --lang fr|en      language of the report (by default the system's)
          --credit TEXT     whom to credit for the data, and its licence; printed in the reports
          --help            show this help

        To follow a live Polis result step by step (polis/1 only):
          --in-conversation FILE   the participants to group, one id a line
          --base-clusters FILE     the base clusters to group from: JSON with id, members, x, y;
                                   in place of --in-conversation

        Examples:
          gouvernail map conversation/
          gouvernail map conversation.zip --html report.html --json report.json
          gouvernail map votes.csv --json - --bootstrap 0 | jq .commonGround
          gouvernail map conversation/ --method polis/1

        Exit codes: 0 done; 64 usage; 65 bad input; 66 no input; 70 defect; 73 cannot write;
        130 interrupted.

        """;

    private const string EnglishSimulateHelp = """
        Writes a conversation that never took place, with groups planted in it: an example to learn
        from, and a truth to test a method against. Same options, same files, on any machine.

        Usage: gouvernail simulate conversation --out DIR [options]

          --out DIR           the folder to write, new or empty (polis-export/1)
          --participants N    people who vote; 1000 by default
          --statements M      statements they vote on; 50 by default
          --density D         share of the statements that people vote on, above 0 and at most 1;
                              0.3 by default
          --groups K          groups to plant, from 1 to 5; 3 by default
          --seed S            any text; another seed draws another conversation; 1 by default
          --lang fr|en        language of the statements (by default the system's)
          --help              show this help

        Examples:
          gouvernail simulate conversation --out demo
          gouvernail simulate conversation --participants 10000 --statements 500 --density 0.05 \
            --groups 4 --seed test --out large

        Exit codes: 0 done; 64 usage; 70 defect; 73 cannot write; 130 interrupted.

        """;
}
