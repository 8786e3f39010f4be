using System.Collections.Concurrent;
using Gouvernail.Aggregate.Results;
using Gouvernail.Journals;

namespace Gouvernail.Server.Aggregate.Publishing;

/// <summary>A result that is being computed to be published.</summary>
internal sealed class PublishJob : IProgress<double>
{
    private double _done;

    /// <summary>The share done, 0 to 1.</summary>
    public double Done => Volatile.Read(ref _done);

    /// <summary>Ends with the outcome.</summary>
    public Task<Outcome> Work { get; set; } = Task.FromResult(new Outcome());

    /// <inheritdoc/>
    public void Report(double value) => Volatile.Write(ref _done, value);
}

/// <summary>Computes results to publish, beside the requests: one at a time for each consultation.</summary>
internal sealed class PublishJobs(Community community, IHostApplicationLifetime life) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, PublishJob> _jobs = new(StringComparer.Ordinal);

    /// <summary>The last job of a consultation; null where there was none since the server began.</summary>
    public PublishJob? Of(string consultation) => _jobs.GetValueOrDefault(consultation);

    /// <summary>Begins to publish; gives the one that runs already, where one does.</summary>
    /// <param name="consultation">The consultation's id.</param>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters, all of them.</param>
    /// <param name="by">The facilitator.</param>
    public PublishJob Start(string consultation, IResultMethod method, byte[] parameters, string by)
    {
        lock (_gate)
        {
            if (Of(consultation) is { Work.IsCompleted: false } running)
            {
                return running;
            }

            var job = new PublishJob();
            job.Work = Task.Run(() => community.Publish(
                consultation, method, parameters, new Work(1, job), by, life.ApplicationStopping).Outcome);
            _jobs[consultation] = job;
            return job;
        }
    }

    /// <summary>Ends once every job has: none may use the log after.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (PublishJob job in _jobs.Values)
        {
            await Task.WhenAny(job.Work);
        }
    }
}
