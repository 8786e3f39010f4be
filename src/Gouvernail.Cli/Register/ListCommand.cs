using System.CommandLine;
using System.Text.Json;
using Gouvernail.Cli.Logs;
using Gouvernail.Journals;
using Gouvernail.Verify.Register;

namespace Gouvernail.Cli.Register;

/// <summary><c>gouvernail register list</c>: the automata of a register.</summary>
internal sealed class ListCommand : RegisterCommand
{
    private readonly Option<string> _search;
    private readonly Option<string> _class;
    private readonly Option<string> _purpose;

    public ListCommand()
        : base("list")
    {
        _search = Text("--search");
        _class = Text("--class");
        _purpose = Text("--purpose");
    }

    protected override Wording HelpText => RegisterHelp.List;

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        AutomatonClass? of = ClassWords.Of(rules.OneOf(_class, "instrument", "outil", "produit", "tool", "product"));
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        var query = new RegisterQuery
        {
            Text = parse.GetValue(_search),
            Class = of,
            Purpose = parse.GetValue(_purpose),
        };
        var answer = new LogAnswer(texts);
        Failure? failure = Read(folder, here, texts, book =>
        {
            Describe(answer, query.Find(book), book.Automata.Length, texts);
            return null;
        }, cancel);
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    private static void Describe(LogAnswer answer, IReadOnlyList<Automaton> found, int all, Texts texts)
    {
        answer.Line(new($"{found.Count} of {all} automata.", $"{found.Count} automates sur {all}."));
        foreach (Automaton automaton in found)
        {
            string card = automaton.Card is { } it
                ? $"{it.Name} ({CardWords.Of(it.HeldTo()).In(texts.Language)})"
                : RegisterWords.Erased.In(texts.Language);
            string retired = automaton.Retired is null ? "" : ", " + RegisterWords.Retired.In(texts.Language);
            answer.Row(new(automaton.Id, automaton.Id), card + retired);
        }

        answer.Json(json =>
        {
            json.WriteNumber("all", all);
            json.WriteStartArray("automata");
            foreach (Automaton automaton in found)
            {
                Write(json, automaton);
            }

            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, Automaton automaton)
    {
        json.WriteStartObject();
        json.WriteString("automaton", automaton.Id);
        if (automaton.Card is { } card)
        {
            json.WriteString("name", card.Name);
            json.WriteString("class", card.HeldTo().Word());
            json.WriteString("digest", automaton.Latest.Digest);
        }

        json.WriteNumber("versions", automaton.Versions.Count);
        json.WriteBoolean("retired", automaton.Retired is not null);
        json.WriteEndObject();
    }
}
