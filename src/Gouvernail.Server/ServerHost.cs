using System.IO.Compression;
using Gouvernail.Server.Aggregate;
using Gouvernail.Server.Audits;
using Gouvernail.Server.Consult;
using Gouvernail.Server.Consult.Facilitation;
using Gouvernail.Server.Consult.Facilitation.Importing;
using Gouvernail.Server.Consult.Voting;
using Gouvernail.Server.Contest.Petitions;
using Gouvernail.Server.Journals;
using Gouvernail.Server.Mandate;
using Gouvernail.Server.People;
using Gouvernail.Server.Verify;
using Gouvernail.Server.Verify.Register;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;

namespace Gouvernail.Server;

/// <summary>A community on the web: its data folder, open, and the server in front of it.</summary>
internal sealed class ServerHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DataHome _home;
    private readonly PublicLog _log;
    private readonly Telemetry? _telemetry;
    private readonly DemoCrowd? _crowd;

    private ServerHost(
        WebApplication app, DataHome home, PublicLog log, Telemetry? telemetry, DemoCrowd? crowd)
    {
        _crowd = crowd;
        _app = app;
        _home = home;
        _log = log;
        _telemetry = telemetry;
    }

    /// <summary>The community served.</summary>
    public Community Community => _home.Community;

    /// <summary>A part of the server.</summary>
    public T Part<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>The folder where it is kept.</summary>
    public string Folder => Community.Folder.Path;

    /// <summary>Where it listens, with true ports, once started.</summary>
    public IEnumerable<string> Addresses => _app.Urls;

    /// <summary>Opens the data folder and puts the server together; it does not listen yet.</summary>
    /// <param name="options">How to run.</param>
    /// <param name="clock">Tells the time, to the log and to everything else.</param>
    /// <param name="variable">Environment variables; null where none counts.</param>
    /// <param name="more">Maps endpoints beside those of the steps; null for none.</param>
    /// <exception cref="Gouvernail.Journals.JournalException">The data folder cannot be opened.</exception>
    public static ServerHost Build(
        ServerOptions options,
        TimeProvider clock,
        Func<string, string?>? variable = null,
        Action<WebApplication>? more = null)
    {
        DataHome home = DataHome.Open(options, clock);
        PublicLog? log = null;
        Telemetry? telemetry = null;
        try
        {
            log = new PublicLog(home.Community.Folder);
            WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            AddParts(builder, options, clock, home, log);
            WebApplication app = builder.Build();
            telemetry = Telemetry.Start(variable ?? (_ => null));
            UseParts(app, options, clock, telemetry is not null);
            MapSteps(app);
            more?.Invoke(app);
            DemoCrowd? crowd = options.Demo
                ? new DemoCrowd(home.Community, Demo.Begin(home.Community, clock, options.Language), clock)
                : null;
            return new ServerHost(app, home, log, telemetry, crowd);
        }
        catch
        {
            telemetry?.Dispose();
            log?.Dispose();
            home.Dispose();
            throw;
        }
    }

    /// <summary>Listens.</summary>
    /// <exception cref="IOException">The address is taken, or is not this machine's.</exception>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        await _app.StartAsync(cancel);
        _crowd?.Start();
    }

    /// <summary>Waits for a signal to end, or for <paramref name="cancel"/>, and lets requests under way end.</summary>
    public Task WaitAsync(CancellationToken cancel) => _app.WaitForShutdownAsync(cancel);

    /// <summary>Ends when everything submitted is durable or refused.</summary>
    public async ValueTask DisposeAsync()
    {
        _crowd?.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _telemetry?.Dispose();
        _log.Dispose();
        _home.Dispose();
    }

    private static void AddParts(
        WebApplicationBuilder builder, ServerOptions options, TimeProvider clock, DataHome home, PublicLog log)
    {
        Listening.Set(builder, options);
        Quiet.Set(builder.Logging);
        IServiceCollection services = builder.Services;
        services.AddRoutingCore();
        services.AddRazorComponents();
        services.AddDataProtection()
            .SetApplicationName(Site.Software)
            .PersistKeysToFileSystem(new DirectoryInfo(home.Keys));
        FormGuard.Add(services, options.IsHttps);
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "application/json", "application/problem+json"];
        });
        // A page is packed for one reader: a fifth smaller than the quickest way, for a millisecond.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.AddSingleton(options);
        services.AddSingleton(clock);
        services.AddSingleton(home.Community);
        services.AddSingleton(new Site(home.Community, options.PublicUrl, options.Demo));
        services.AddSingleton(log);
        services.AddSingleton(new PublicIndex(log));
        services.AddSingleton<Bundles>();
        services.AddSingleton(new Devices(DeviceKey.ReadOrMake(home.Keys)));
        services.AddSingleton<LoopClock>();
        services.AddHostedService(parts => parts.GetRequiredService<LoopClock>());
        services.AddSingleton<Sessions>();
        services.AddSingleton<Visits>();
        services.AddSingleton<Routes>();
        services.AddSingleton<Places>();
        services.AddSingleton<Booth>();
        ResultEndpoints.Add(services);
        PetitionEndpoints.Add(services);
        VerifyEndpoints.Add(services);
        services.AddSingleton<ImportSpool>();
    }

    /// <summary>What every request goes through, from the outside in.</summary>
    private static void UseParts(WebApplication app, ServerOptions options, TimeProvider clock, bool isWatched)
    {
        if (isWatched)
        {
            Telemetry.Describe(app);
        }

        if (options.BehindProxy)
        {
            app.UseForwardedHeaders(new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            });
        }

        if (options.IsHttps)
        {
            // Whatever the proxy says or cannot say: from another container it is not believed, and a form would fail.
            app.Use(next => context =>
            {
                context.Request.Scheme = Uri.UriSchemeHttps;
                return next(context);
            });
        }

        SafeHeaders.Use(app);
        app.UseResponseCompression();
        Faults.Use(app);
        app.UseRouting();
        RateGuard.Use(app, new AddressRates(options.RatePerAddress, clock));
        app.Use(next => context =>
        {
            Languages.Remember(context);
            return next(context);
        });
        RoleGuard.Use(app);
        FormGuard.Use(app);
        ApiGuard.Use(app);
    }

    /// <summary>The pages of each step, in the order of the steps.</summary>
    private static void MapSteps(WebApplication app)
    {
        WebFiles.Map(app);
        Health.Map(app);
        HomeEndpoints.Map(app);
        LogEndpoints.Map(app);
        PeopleEndpoints.Map(app);
        VotingEndpoints.Map(app);
        FacilitationEndpoints.Map(app);
        ResultEndpoints.Map(app);
        PetitionEndpoints.Map(app);
        VerifyEndpoints.Map(app);
        RegisterEndpoints.Map(app);
        MandateEndpoints.Map(app);
        AuditEndpoints.Map(app);
        ProblemEndpoints.Map(app);
    }
}
