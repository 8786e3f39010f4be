using System.Text;
using Gouvernail.Log.Notes;

namespace Gouvernail.Log.Tests.Notes;

public sealed class SignerKeyTests
{
    [Fact]
    public void Eight_threads_sign_with_one_key_and_every_signature_holds()
    {
        using SignerKey key = SignerKey.Generate("log.example", SignatureKind.Ed25519);
        using SignerKey witness = SignerKey.Generate("witness.example", SignatureKind.Cosignature);
        OnEightThreads(thread =>
        {
            for (int i = 0; i < 200; i++)
            {
                var checkpoint = new Checkpoint("log.example", 1 + (1000 * thread) + i, Hash.Empty);
                SignedNote note = checkpoint.Sign(key).With(witness.Cosign(checkpoint, DateTimeOffset.UnixEpoch));
                note.TryVerify([key.Verifier, witness.Verifier], out IReadOnlyList<VerifiedSignature>? signed, out _)
                    .ShouldBeTrue();
                signed.Count.ShouldBe(2);
            }
        });
    }

    [Fact]
    public void A_key_disposed_while_others_sign_gives_right_signatures_or_says_that_it_is_gone()
    {
        for (int round = 0; round < 20; round++)
        {
            SignerKey key = SignerKey.Generate("log.example", SignatureKind.Ed25519);
            OnEightThreads(thread =>
            {
                byte[] text = Encoding.UTF8.GetBytes($"{thread}\n");
                try
                {
                    for (int i = 0; ; i++)
                    {
                        if (thread == 0 && i == 10)
                        {
                            key.Dispose();
                        }

                        new SignedNote(text, [key.Sign(text)]).TryVerify([key.Verifier], out _, out _).ShouldBeTrue();
                    }
                }
                catch (ObjectDisposedException)
                {
                    // As it should be: the key is gone.
                }
            });
        }
    }

    private static void OnEightThreads(Action<int> act)
    {
        var failures = new Exception?[8];
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(n => new Thread(() =>
        {
            try
            {
                act(n);
            }
            catch (Exception e)
            {
                failures[n] = e;
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        failures.ShouldAllBe(failure => failure == null);
    }
}
