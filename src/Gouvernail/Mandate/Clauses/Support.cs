using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Clauses;

/// <summary>Who was for a statement, and who against: everybody, and group by group. Counts of people.</summary>
/// <param name="Statement">The statement's id in its consultation.</param>
/// <param name="Agree">How many agree.</param>
/// <param name="Disagree">How many disagree.</param>
/// <param name="Seen">How many voted on it, passes included.</param>
/// <param name="Groups">The same in each group of the result, in its order.</param>
public sealed record Support(string Statement, long Agree, long Disagree, long Seen, IReadOnlyList<GroupSupport> Groups)
{
    private const int MostGroups = 64;

    /// <summary>Reads it from the output of a result; null where it says nothing of that statement.</summary>
    /// <param name="output">The output of <c>opinion-map</c> or <c>polis</c>.</param>
    /// <param name="statement">The statement's id.</param>
    public static Support? Of(JsonElement output, string statement)
    {
        if (Items(output, "statementList").FirstOrDefault(s => s.Text("statement") == statement) is not
            { ValueKind: JsonValueKind.Object } total)
        {
            return null;
        }

        var sizes = Items(output, "groups")
            .ToDictionary(group => Count(group, "id"), group => Count(group, "size"));
        return new Support(statement, Count(total, "agree"), Count(total, "disagree"), Count(total, "seen"),
        [
            .. Items(output, "groupVotes").Where(votes => votes.Text("statement") == statement)
                .Select(votes => new GroupSupport(
                    (int)Count(votes, "group"), sizes.GetValueOrDefault(Count(votes, "group")),
                    Count(votes, "agree"), Count(votes, "disagree"), Count(votes, "seen"))),
        ]);
    }

    internal static Support? Read(JsonForm form) => new(
        form.Text("statement", Entry.LongestName),
        form.Whole("agree", 0, long.MaxValue, required: false) ?? 0,
        form.Whole("disagree", 0, long.MaxValue, required: false) ?? 0,
        form.Whole("seen", 0, long.MaxValue, required: false) ?? 0,
        form.Many("groups", MostGroups, GroupSupport.Read, required: false));

    internal JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["statement"] = Statement,
            ["agree"] = Agree,
            ["disagree"] = Disagree,
            ["seen"] = Seen,
        };
        ClauseJson.Add(json, "groups", Groups, group => group.ToJson());
        return json;
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement output, string name) =>
        output.ValueKind == JsonValueKind.Object && output.TryGetProperty(name, out JsonElement list)
        && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : default;

    private static long Count(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out JsonElement count)
        && count.ValueKind == JsonValueKind.Number && count.TryGetInt64(out long number)
            ? number
            : 0;
}

/// <summary>Who was for a statement in one group. Counts of people.</summary>
/// <param name="Group">The group's number, from 0; reports write 0 as A.</param>
/// <param name="Size">Its members.</param>
/// <param name="Agree">How many of them agree.</param>
/// <param name="Disagree">How many disagree.</param>
/// <param name="Seen">How many voted on it, passes included.</param>
public sealed record GroupSupport(int Group, long Size, long Agree, long Disagree, long Seen)
{
    internal static GroupSupport? Read(JsonForm form) => new(
        (int)(form.Whole("group", 0, 63) ?? 0),
        form.Whole("size", 0, long.MaxValue) ?? 0,
        form.Whole("agree", 0, long.MaxValue) ?? 0,
        form.Whole("disagree", 0, long.MaxValue) ?? 0,
        form.Whole("seen", 0, long.MaxValue) ?? 0);

    internal JsonObject ToJson() => new()
    {
        ["group"] = Group,
        ["size"] = Size,
        ["agree"] = Agree,
        ["disagree"] = Disagree,
        ["seen"] = Seen,
    };
}
