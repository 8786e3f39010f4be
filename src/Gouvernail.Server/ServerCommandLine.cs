using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gouvernail.Server;

/// <summary>The words of the command line, read and checked. Every value is read as text: messages are ours.</summary>
internal sealed class ServerCommandLine
{
    private static readonly ParserConfiguration _parser = new()
    {
        EnablePosixBundling = false,
        ResponseFileTokenReplacer = null,
    };

    private readonly RootCommand _root = [];
    private readonly Option<bool> _help = new("--help", "-h", "-?") { Arity = ArgumentArity.Zero };
    private readonly Option<bool> _demo = new("--demo") { Arity = ArgumentArity.Zero };
    private readonly Option<bool> _facilitatorLink = new("--facilitator-link") { Arity = ArgumentArity.Zero };
    private readonly Option<bool> _behindProxy = new("--behind-proxy") { Arity = ArgumentArity.Zero };
    private readonly Option<string> _data = Text("--data");
    private readonly Option<string> _urls = Text("--urls");
    private readonly Option<string> _language = Text("--lang");
    private readonly Option<string> _rate = Text("--rate-per-address");
    private readonly Option<string> _publicUrl = Text("--public-url");
    private readonly ParseResult _parse;

    public ServerCommandLine(string[] args, Func<string, string?> variable)
    {
        _root.Options.Clear();
        _root.Directives.Clear();
        foreach (Option option in (Option[])
            [_help, _demo, _facilitatorLink, _data, _urls, _publicUrl, _behindProxy, _rate, _language])
        {
            _root.Add(option);
        }

        _parse = _root.Parse(args, _parser);
        Language = LanguageCodes.Parse(Value(_language)) ?? LanguageCodes.OfEnvironment(variable);
        Options = Read();
    }

    /// <summary>The language to speak, known even where the rest is wrong.</summary>
    public Language Language { get; }

    /// <summary>True where help was asked for.</summary>
    public bool AsksHelp => Is(_help);

    /// <summary>What is wrong; null where nothing is.</summary>
    public Wording? Fault { get; private set; }

    /// <summary>What was said; the usual wherever it is wrong.</summary>
    public ServerOptions Options { get; }

    private static Option<string> Text(string name) => new(name) { Arity = ArgumentArity.ZeroOrOne };

    private ServerOptions Read()
    {
        foreach (string token in _parse.UnmatchedTokens)
        {
            Keep(ServerWording.UnknownWord(token));
        }

        foreach (OptionResult given in _parse.CommandResult.Children.OfType<OptionResult>().Where(o => !o.Implicit))
        {
            string? value = given.Tokens is [var token, ..] ? token.Value : null;
            if (given.IdentifierTokenCount > 1)
            {
                Keep(ServerWording.GivenTwice(given.Option.Name));
            }
            else if (given.Option.ValueType == typeof(string)
                && (string.IsNullOrEmpty(value) || value.StartsWith("--", StringComparison.Ordinal)))
            {
                Keep(ServerWording.ValueMissing(given.Option.Name));
            }
        }

        foreach (ParseError error in _parse.Errors)
        {
            Keep(new Wording(error.Message, error.Message));
        }

        if (Value(_language) is { } language && LanguageCodes.Parse(language) is null)
        {
            Keep(ServerWording.WrongValue(_language.Name, language, new("fr, en", "fr, en")));
        }

        var usual = new ServerOptions();
        return usual with
        {
            Data = Value(_data),
            Demo = Is(_demo),
            FacilitatorLink = Is(_facilitatorLink),
            BehindProxy = Is(_behindProxy),
            Language = Language,
            Endpoints = Endpoints(Value(_urls)) ?? usual.Endpoints,
            RatePerAddress = Rate(Value(_rate)) ?? usual.RatePerAddress,
            PublicUrl = PublicUrl(Value(_publicUrl)),
        };
    }

    /// <summary>What was given, the first where it was given twice; null for nothing.</summary>
    private string? Value(Option<string> option) =>
        _parse.GetResult(option) is { Tokens: [{ Value.Length: > 0 } token, ..] } ? token.Value : null;

    private bool Is(Option<bool> flag) => _parse.GetResult(flag) is { Implicit: false };

    private List<IPEndPoint>? Endpoints(string? text)
    {
        var endpoints = new List<IPEndPoint>();
        foreach (string one in text?.Split(';') ?? [])
        {
            if (EndpointOf(one) is { } endpoint)
            {
                endpoints.Add(endpoint);
            }
            else
            {
                Keep(ServerWording.WrongValue(_urls.Name, one, ServerWording.ExpectedUrls));
            }
        }

        return endpoints.Count > 0 ? endpoints : null;
    }

    private static IPEndPoint? EndpointOf(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Scheme != Uri.UriSchemeHttp
            || url.PathAndQuery != "/" || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            return null;
        }

        string host = url.HostNameType == UriHostNameType.IPv6 ? url.Host.Trim('[', ']') : url.Host;
        return host == "localhost" ? new IPEndPoint(IPAddress.Loopback, url.Port)
            : IPAddress.TryParse(host, out IPAddress? address)
                && address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
                ? new IPEndPoint(address, url.Port)
            : null;
    }

    private int? Rate(string? text)
    {
        const int Most = 100_000_000;
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int rate)
            && rate is >= 1 and <= Most)
        {
            return rate;
        }

        Keep(ServerWording.WrongValue(_rate.Name, text, ServerWording.ExpectedRate));
        return null;
    }

    private Uri? PublicUrl(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            && url.PathAndQuery == "/" && url.UserInfo.Length == 0 && url.Fragment.Length == 0)
        {
            return url;
        }

        Keep(ServerWording.WrongValue(_publicUrl.Name, text, ServerWording.ExpectedPublicUrl));
        return null;
    }

    private void Keep(Wording fault) => Fault ??= fault;
}
