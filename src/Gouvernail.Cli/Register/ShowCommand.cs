using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gouvernail.Cli.Logs;
using Gouvernail.Journals;
using Gouvernail.Verify.Register;

namespace Gouvernail.Cli.Register;

/// <summary><c>gouvernail register show</c>: what an automaton's card says, and what it does not.</summary>
internal sealed class ShowCommand : RegisterCommand
{
    private readonly Argument<string> _automaton;

    public ShowCommand()
        : base("show") => _automaton = Argument("ID");

    protected override Wording HelpText => RegisterHelp.Show;

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string id = Automaton(parse, _automaton, rules);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        var answer = new LogAnswer(texts);
        Failure? failure = Read(folder, here, texts, book =>
        {
            Failure? none = Find(book, id, texts, out Automaton? automaton);
            if (none is null)
            {
                Describe(answer, automaton!, texts);
                answer.Json(json => Write(json, automaton!));
            }

            return none;
        }, cancel);
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    private static void Describe(LogAnswer answer, Automaton automaton, Texts texts)
    {
        string Say(Wording wording) => wording.In(texts.Language);
        answer.Row(new(automaton.Id, automaton.Id), automaton.Card?.Name ?? Say(RegisterWords.Erased));
        if (automaton.Retired is { } retired)
        {
            answer.Row(RegisterWords.Retired, $"{Day(retired.Time)}, {retired.Reason}");
        }

        if (automaton.Card is { } card)
        {
            Row(answer, new("what", "quoi"), card.Description?.InShort);
            Row(answer, new("class", "classe"), Say(CardWords.Of(card.HeldTo())));
            Row(answer, new("purposes", "finalités"), string.Join(", ", card.Purposes));
            Row(answer, new("provider", "fournisseur"), card.Provider?.Name);
            Row(answer, new("deployer", "déployeur"), card.Deployer?.Name);
            Row(answer, new("accountable", "responsable"), card.Accountable?.Name);
            Row(answer, new("licence", "licence"), card.Licence);
            Row(answer, new("artefact", "artefact"), card.Artefact?.Sha256);
            answer.Gap();
            foreach (CardTerm term in CardTerms.All)
            {
                answer.Row(
                    new(CardWords.Of(term).English + ":", CardWords.Of(term).French + "\u00a0:"),
                    " " + Say(RegisterWords.StateOf(card, term)));
            }

            answer.Gap();
            Row(answer, RegisterWords.Missing, string.Join(", ", card.Missing()));
        }

        foreach (AutomatonVersion version in automaton.Versions)
        {
            string number = version.Number.ToString(CultureInfo.InvariantCulture);
            answer.Row(new($"card {number}", $"fiche {number}"),
                $"{Day(version.Time)}, {version.Digest ?? Say(new("erased", "effacée"))}");
        }
    }

    private static void Row(LogAnswer answer, Wording label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            answer.Row(label, value);
        }
    }

    private static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, Automaton automaton)
    {
        json.WriteString("automaton", automaton.Id);
        if (automaton.Retired is { } retired)
        {
            json.WriteStartObject("retired");
            json.WriteString("time", Entry.Format(retired.Time));
            json.WriteString("reason", retired.Reason);
            json.WriteEndObject();
        }

        json.WriteStartArray("versions");
        foreach (AutomatonVersion version in automaton.Versions)
        {
            json.WriteStartObject();
            json.WriteNumber("number", version.Number);
            json.WriteNumber("index", version.Position);
            json.WriteString("time", Entry.Format(version.Time));
            json.WriteString("digest", version.Digest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (automaton.Card is { } card)
        {
            json.WriteStartObject("disclosures");
            foreach (CardTerm term in CardTerms.All)
            {
                json.WriteString(term.Word(), card.StateOf(term).ToString().ToLowerInvariant());
            }

            json.WriteEndObject();
            json.WriteStartArray("missing");
            foreach (string path in card.Missing())
            {
                json.WriteStringValue(path);
            }

            json.WriteEndArray();
            json.WritePropertyName("card");
            json.WriteRawValue(card.ToBytes());
        }
    }
}
