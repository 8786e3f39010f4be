using System.Net.Http.Headers;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Trees;

namespace Gouvernail.Log.Witnesses;

/// <summary>
/// Asks witnesses for their cosignatures over HTTP (C2SP tlog-witness, client side). Whatever a witness answers, or
/// does not, is a value; only what can be checked with its key is believed.
/// </summary>
/// <param name="http">Sends the requests; that of <see cref="NewHttp"/> fits.</param>
/// <param name="patience">How long one witness may take in all; 10 seconds by default.</param>
public sealed class WitnessClient(HttpClient http, TimeSpan? patience = null)
{
    // What the witness knows may change between two requests of ours, but a log's own requests are few.
    private const int MostTries = 4;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly Lock _reading = new();

    /// <summary>An HTTP client that goes nowhere but where it is sent, and keeps nothing between requests.</summary>
    public static HttpClient NewHttp() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = _patience,
        MaxResponseHeadersLength = 16,
    });

    /// <summary>Asks one witness, from the size that it knows once it has said which.</summary>
    /// <param name="prefix">The witness's submission prefix, to which <c>/add-checkpoint</c> is added.</param>
    /// <param name="witness">The witness's key, of type <see cref="SignatureKind.Cosignature"/>.</param>
    /// <param name="checkpoint">The checkpoint, signed by its log.</param>
    /// <param name="hashes">The log's tree, of at least the checkpoint's size.</param>
    /// <param name="knownSize">The size of the last checkpoint that the witness cosigned, if that is known.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<WitnessOutcome> AskAsync(
        Uri prefix,
        VerifierKey witness,
        SignedNote checkpoint,
        IHashReader hashes,
        long knownSize = 0,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(witness);
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentOutOfRangeException.ThrowIfNegative(knownSize);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience ?? _patience);
        try
        {
            (VerifiedSignature? cosignature, Problem? problem) =
                await ConverseAsync(prefix, witness, checkpoint, hashes, knownSize, limit.Token).ConfigureAwait(false);
            return new WitnessOutcome(witness, cosignature, problem);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(witness, null, new(ProblemKind.Unreachable, "The witness did not answer in time."));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(witness, null, new(ProblemKind.Unreachable, "The witness could not be reached."));
        }
    }

    /// <summary>Asks all the policy's witnesses that have an address, at once.</summary>
    /// <param name="policy">Names the witnesses.</param>
    /// <param name="checkpoint">The checkpoint, signed by its log.</param>
    /// <param name="hashes">The log's tree; it is read by one request at a time.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<Cosigning> CosignAsync(
        TrustPolicy policy, SignedNote checkpoint, IHashReader hashes, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(checkpoint);
        WitnessOutcome[] outcomes = await Task.WhenAll(policy.Witnesses
            .Where(policy.WitnessAddresses.ContainsKey)
            .Select(w => AskAtAsync(policy.WitnessAddresses[w], w, checkpoint, hashes, cancel))).ConfigureAwait(false);

        var signatures = checkpoint.Signatures.ToList();
        for (int i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i].Cosignature is not { } cosignature)
            {
                continue;
            }

            signatures.RemoveAll(s => s.Name == cosignature.Key.Name && s.KeyId == cosignature.Key.Id);
            if (signatures.Count == SignedNote.MostSignatures)
            {
                outcomes[i] = outcomes[i] with { Problem = Problem.TooLarge("A note has at most 100 signatures.") };
                continue;
            }

            signatures.Add(cosignature.Signature);
        }

        return new Cosigning(new SignedNote(checkpoint.Text, signatures), outcomes);
    }

    private Task<WitnessOutcome> AskAtAsync(
        string address, VerifierKey witness, SignedNote checkpoint, IHashReader hashes, CancellationToken cancel) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? prefix)
            ? AskAsync(prefix, witness, checkpoint, hashes, 0, cancel)
            : Task.FromResult(new WitnessOutcome(
                witness, null, Problem.Malformed("The witness's address is no URL.")));

    private async Task<(VerifiedSignature? Cosignature, Problem? Problem)> ConverseAsync(
        Uri prefix,
        VerifierKey witness,
        SignedNote note,
        IHashReader hashes,
        long old,
        CancellationToken cancel)
    {
        if (Address(prefix) is not { } address)
        {
            return (null, Problem.Malformed("A witness is asked over http or https, at an address without a query."));
        }

        if (!Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint, out Problem? problem))
        {
            return (null, problem);
        }

        // What was known before may be of a larger tree that was never published.
        old = Math.Min(old, checkpoint.Size);
        for (int tries = 0; tries < MostTries; tries++)
        {
            if (Prove(hashes, old, checkpoint.Size) is not { } proof)
            {
                return (null, new(ProblemKind.Missing, "The log's tree lacks hashes for the consistency proof."));
            }

            byte[] request = new AddCheckpointRequest(old, proof, note).ToBytes();
            (int status, byte[] body) = await PostAsync(address, request, cancel).ConfigureAwait(false);
            if (!WitnessReply.TryRead(status, body, note, [witness], out WitnessReply? reply, out problem))
            {
                return (null, problem);
            }

            if (reply.KnownSize is not { } known)
            {
                return (reply.Cosignatures[0], null);
            }

            if (known > checkpoint.Size)
            {
                return (null, new(ProblemKind.Refused, "The witness has cosigned a larger tree of this log already."));
            }

            if (known == old)
            {
                return (null, Problem.BadProof(known == checkpoint.Size
                    ? "The witness has cosigned another tree of this size."
                    : "The witness contradicts itself about the size that it knows."));
            }

            old = known;
        }

        return (null, new(ProblemKind.Refused, "The witness names another size each time."));
    }

    /// <summary>Readers of tiles keep some in memory, and may be made for one thread.</summary>
    private IReadOnlyList<Hash>? Prove(IHashReader hashes, long old, long size)
    {
        lock (_reading)
        {
            return ConsistencyProof.Make(hashes, old, size);
        }
    }

    private async Task<(int Status, byte[] Body)> PostAsync(Uri address, byte[] body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/plain") { CharSet = "utf-8" };
        using HttpResponseMessage response = await http
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        if (response.RequestMessage?.RequestUri != address)
        {
            // The caller's client followed a redirection: what it brought back is not the witness's word.
            return (307, []);
        }

        using Stream stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        byte[] read = new byte[WitnessReply.MostBytes + 1];
        int length = await stream.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, cancel)
            .ConfigureAwait(false);
        return ((int)response.StatusCode, read[..length]);
    }

    private static Uri? Address(Uri prefix) =>
        prefix is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "" }
            ? new Uri(prefix.AbsoluteUri.TrimEnd('/') + "/add-checkpoint")
            : null;
}
