using System.Runtime.InteropServices;

namespace Gouvernail.Log.Signatures;

/// <summary>
/// The few calls to OpenSSL 3's <c>libcrypto</c> that Ed25519 needs, which .NET 10 does not offer itself. Documented in
/// OpenSSL's manual pages EVP_PKEY_new_raw_private_key(3), EVP_DigestSign(3) and EVP_DigestVerify(3).
/// </summary>
internal static partial class OpenSsl
{
    private const string Library = "libcrypto.so.3";

    /// <summary>EVP_PKEY_ED25519, the number of the algorithm's object identifier.</summary>
    private const int Ed25519Id = 1087;

    /// <summary>Whether this machine has the library. Asked once.</summary>
    public static bool IsThere { get; } = NativeLibrary.TryLoad(Library, out _);

    public static KeyHandle PrivateKey(ReadOnlySpan<byte> seed) =>
        Checked(NewPrivateKey(Ed25519Id, 0, seed, (nuint)seed.Length));

    public static KeyHandle PublicKey(ReadOnlySpan<byte> key) =>
        Checked(NewPublicKey(Ed25519Id, 0, key, (nuint)key.Length));

    public static void PublicOf(KeyHandle key, Span<byte> publicKey)
    {
        nuint length = (nuint)publicKey.Length;
        Must(GetPublicKey(key, publicKey, ref length) == 1);
    }

    public static void Sign(KeyHandle key, ReadOnlySpan<byte> message, Span<byte> signature)
    {
        using ContextHandle context = Context();
        nuint length = (nuint)signature.Length;
        Must(SignInit(context, 0, 0, 0, key) == 1
            && DigestSign(context, signature, ref length, message, (nuint)message.Length) == 1);
    }

    public static bool Verify(KeyHandle key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        using ContextHandle context = Context();
        Must(VerifyInit(context, 0, 0, 0, key) == 1);
        bool holds = DigestVerify(
            context, signature, (nuint)signature.Length, message, (nuint)message.Length) == 1;
        if (!holds)
        {
            // A refused signature is no error here, and must not be taken for one by the next user of the thread.
            ClearErrors();
        }

        return holds;
    }

    private static ContextHandle Context()
    {
        ContextHandle context = NewContext();
        Must(!context.IsInvalid);
        return context;
    }

    private static KeyHandle Checked(KeyHandle key)
    {
        Must(!key.IsInvalid);
        return key;
    }

    private static void Must(bool done)
    {
        if (!done)
        {
            ClearErrors();
            throw new InvalidOperationException("OpenSSL could not do an Ed25519 operation.");
        }
    }

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_private_key")]
    private static partial KeyHandle NewPrivateKey(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    private static partial KeyHandle NewPublicKey(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_get_raw_public_key")]
    private static partial int GetPublicKey(KeyHandle key, Span<byte> publicKey, ref nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_new")]
    private static partial ContextHandle NewContext();

    [LibraryImport(Library, EntryPoint = "EVP_DigestSignInit")]
    private static partial int SignInit(
        ContextHandle context, nint keyContext, nint digest, nint engine, KeyHandle key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestSign")]
    private static partial int DigestSign(
        ContextHandle context, Span<byte> signature, ref nuint length, ReadOnlySpan<byte> message, nuint messageLength);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerifyInit")]
    private static partial int VerifyInit(
        ContextHandle context, nint keyContext, nint digest, nint engine, KeyHandle key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerify")]
    private static partial int DigestVerify(
        ContextHandle context,
        ReadOnlySpan<byte> signature,
        nuint length,
        ReadOnlySpan<byte> message,
        nuint messageLength);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_free")]
    private static partial void FreeKey(nint key);

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_free")]
    private static partial void FreeContext(nint context);

    [LibraryImport(Library, EntryPoint = "ERR_clear_error")]
    private static partial void ClearErrors();

    /// <summary>An EVP_PKEY; OpenSSL wipes a private key when it is freed.</summary>
    internal sealed class KeyHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            FreeKey(handle);
            return true;
        }
    }

    /// <summary>An EVP_MD_CTX.</summary>
    internal sealed class ContextHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            FreeContext(handle);
            return true;
        }
    }
}
