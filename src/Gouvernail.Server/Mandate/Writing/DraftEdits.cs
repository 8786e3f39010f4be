using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Server.Mandate.Writing;

/// <summary>Changes of a draft, one a form: each gives a whole document, of which the format's reader is the judge.
/// </summary>
internal static class DraftEdits
{
    /// <summary>A new mandate with the two clauses that none is without.</summary>
    public static byte[] Begin(NewMandateModel model, JsonArray purposeCites, JsonArray termCites) => Bytes(new()
    {
        ["_type"] = MandateDocument.Type,
        ["title"] = model.Title,
        ["preamble"] = model.Preamble,
        ["language"] = model.MandateLanguage,
        ["clauses"] = new JsonArray(
            model.Purpose.ToJson("1", purposeCites), model.Term.ToJson("2", termCites)),
    });

    /// <summary>The document with another head.</summary>
    public static byte[] Head(MandateDocument document, string title, string preamble, string language)
    {
        JsonObject json = Parse(document);
        json["title"] = title;
        json["preamble"] = preamble;
        json["language"] = language;
        return Bytes(json);
    }

    /// <summary>The document with a clause in the place of the one of its number, or else before the term.</summary>
    public static byte[] Clause(MandateDocument document, ClauseForm form, JsonArray cites)
    {
        JsonObject json = Parse(document);
        JsonArray clauses = json["clauses"]!.AsArray();
        string id = form.Id.Length > 0 ? form.Id : NextId(document);
        int at = IndexOf(document, id);
        if (at >= 0)
        {
            clauses[at] = Kept(clauses[at]!.AsObject(), form.ToJson(id, cites));
        }
        else
        {
            int term = document.Clauses.TakeWhile(clause => clause.Kind != "term").Count();
            clauses.Insert(form.Kind == "term" ? clauses.Count : term, form.ToJson(id, cites));
        }

        return Bytes(json);
    }

    /// <summary>The document without a clause.</summary>
    public static byte[] Without(MandateDocument document, string id)
    {
        JsonObject json = Parse(document);
        int at = IndexOf(document, id);
        if (at >= 0)
        {
            json["clauses"]!.AsArray().RemoveAt(at);
        }

        return Bytes(json);
    }

    /// <summary>The document with what was left out: added with a reason, or taken off the list without one.</summary>
    public static byte[] LeftOut(MandateDocument document, string consultation, string statement, string why)
    {
        JsonObject json = Parse(document);
        var list = new JsonArray();
        foreach (LeftOut left in document.LeftOut.Where(
            left => left.Consultation != consultation || left.Statement != statement))
        {
            list.Add(Left(left.Consultation, left.Statement, left.Why));
        }

        if (why.Length > 0)
        {
            list.Add(Left(consultation, statement, why));
        }

        json["leftOut"] = list;
        return Bytes(json);
    }

    /// <summary>
    /// A clause that a form has changed, with what no form shows: rows past those that it offers, classes, and what it
    /// cites of other results. Whoever changes a word loses nothing else.
    /// </summary>
    private static JsonObject Kept(JsonObject before, JsonObject after)
    {
        if (before["cites"] is JsonArray cited && after["cites"] is JsonArray cites)
        {
            string[] shown = [.. cites.Select(cite => cite!["result"]!.ToJsonString())];
            foreach (JsonNode? other in cited.Where(cite => !shown.Contains(cite!["result"]!.ToJsonString())))
            {
                cites.Add(other!.DeepClone());
            }
        }

        Rest(before["metrics"], after["metrics"]);
        Rest(before["requires"]?["tests"], after["requires"]?["tests"]);
        if (before["requires"]?["classes"] is { } classes && after["requires"] is JsonObject requires)
        {
            requires["classes"] = classes.DeepClone();
        }

        return after;
    }

    private static void Rest(JsonNode? before, JsonNode? after)
    {
        if (before is JsonArray rows && after is JsonArray kept)
        {
            foreach (JsonNode? row in rows.Skip(ClauseForm.Rows))
            {
                kept.Add(row!.DeepClone());
            }
        }
    }

    private static JsonObject Left(string consultation, string statement, string why) => new()
    {
        ["consultation"] = consultation,
        ["statement"] = statement,
        ["why"] = why,
    };

    private static string NextId(MandateDocument document)
    {
        int next = 1;
        while (IndexOf(document, next.ToString(CultureInfo.InvariantCulture)) >= 0)
        {
            next++;
        }

        return next.ToString(CultureInfo.InvariantCulture);
    }

    private static int IndexOf(MandateDocument document, string id)
    {
        for (int i = 0; i < document.Clauses.Count; i++)
        {
            if (document.Clauses[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    private static JsonObject Parse(MandateDocument document) => JsonNode.Parse(document.ToBytes())!.AsObject();

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
