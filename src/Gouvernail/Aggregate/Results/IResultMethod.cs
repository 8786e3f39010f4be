using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Aggregate.Results;

/// <summary>
/// A method whose results are published, in one version: a pure function of a conversation and its parameters. A change
/// in its bits is a new version beside this one, which stays.
/// </summary>
public interface IResultMethod
{
    /// <summary>Its name, such as <c>opinion-map</c>.</summary>
    string Name { get; }

    /// <summary>Its version, such as <c>1</c>.</summary>
    string Version { get; }

    /// <summary>Reads parameters and fills in those that are not given.</summary>
    /// <param name="given">An object.</param>
    /// <param name="parameters">All parameters, as canonical JSON.</param>
    /// <param name="problem">What is wrong.</param>
    bool TryRead(
        JsonElement given,
        [NotNullWhen(true)] out byte[]? parameters,
        [NotNullWhen(false)] out Wording? problem);

    /// <summary>Computes.</summary>
    /// <param name="conversation">Statements and votes, participants in the order of their first vote.</param>
    /// <param name="parameters">What <see cref="TryRead"/> gave.</param>
    /// <param name="work">Threads and progress, which change no bit.</param>
    /// <param name="output">Takes the result.</param>
    /// <param name="cancellation">Stops the work.</param>
    void Compute(
        Conversation conversation,
        JsonElement parameters,
        Work work,
        Stream output,
        CancellationToken cancellation);

    /// <summary>Computes the map whose JSON <see cref="Compute"/> writes.</summary>
    /// <param name="conversation">Statements and votes, participants in the order of their first vote.</param>
    /// <param name="parameters">What <see cref="TryRead"/> gave.</param>
    /// <param name="work">Threads and progress, which change no bit.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="TooLargeException">It is more than anybody can check.</exception>
    OpinionMap Map(Conversation conversation, JsonElement parameters, Work work, CancellationToken cancellation);
}

/// <summary>How to work: nothing here changes a result.</summary>
/// <param name="Threads">Threads to use.</param>
/// <param name="Progress">Told the share done, 0 to 1; null for nobody.</param>
public sealed record Work(int Threads = 1, IProgress<double>? Progress = null);
