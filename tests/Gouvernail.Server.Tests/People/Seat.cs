using System.Net;
using Gouvernail.People;

namespace Gouvernail.Server.Tests.People;

/// <summary>Takes roles in a test's browser, as people do: by a link.</summary>
internal static class Seat
{
    /// <summary>Makes a link on the machine, and gives its path.</summary>
    public static async Task<string> LinkAsync(this Desk desk, Role role, string? holder = null)
    {
        (_, string? secret) = await desk.Host.Community.GrantRoleAsync(
            holder, role, "", null, TestContext.Current.CancellationToken);
        return "/role/" + secret;
    }

    /// <summary>Takes a role that is not held yet; the browser's earlier session is over.</summary>
    public static async Task SitAsync(this Desk desk, Role role)
    {
        string link = await desk.LinkAsync(role);
        using HttpResponseMessage taken = await desk.PostAsync(link, link);
        taken.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    /// <summary>Sends a form that has to be taken; gives the path where it leads.</summary>
    public static async Task<string> DoAsync(
        this Desk desk, string page, string action, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage answer = await desk.PostAsync(page, action, fields);
        answer.StatusCode.ShouldBe(
            HttpStatusCode.SeeOther,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Sends a form that has to be refused; gives the page that says why.</summary>
    public static async Task<string> RefusedAsync(
        this Desk desk, string page, string action, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage answer = await desk.PostAsync(page, action, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        return WebUtility.HtmlDecode(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A page's text, as it is read.</summary>
    public static async Task<string> TextAsync(this Desk desk, string path) =>
        WebUtility.HtmlDecode(await desk.ReadAsync(path));

    /// <summary>Sends files as the page at an address would.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(
        this Desk desk,
        string page,
        string action,
        string field,
        IEnumerable<(string Name, byte[] Bytes)> files,
        params (string Name, string Value)[] fields)
    {
        string html = await desk.ReadAsync(page);
        string token = html.Split("name=\"token\" value=\"")[1].Split('"')[0];
        using var content = new MultipartFormDataContent { { new StringContent(token), "token" } };
        foreach ((string name, string value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach ((string name, byte[] bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, name);
        }

        return await desk.Client.PostAsync(
            new Uri(action, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>An answer's page, as it is read.</summary>
    public static async Task<string> PageAsync(this HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
