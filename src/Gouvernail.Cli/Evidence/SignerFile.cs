using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Cli.Evidence;

/// <summary>A private key in a file, which signs mandates and evidence.</summary>
internal static class SignerFile
{
    /// <summary>Reads it; why it cannot be used, where it cannot.</summary>
    public static Failure? Read(string path, Texts texts, out SignerKey? key)
    {
        if (!KeyFile.TryRead(path, out key, out Problem? problem))
        {
            return new Failure(
                problem.Kind is ProblemKind.Missing or ProblemKind.Permissions ? ExitCode.NoInput : ExitCode.BadInput,
                (problem.Kind switch
                {
                    ProblemKind.Missing => new Wording($"{path} is not there.", $"{path} n’est pas là."),
                    ProblemKind.Permissions => new Wording(
                        $"{path} must be its owner's alone: chmod 600.",
                        $"{path} ne doit être lisible que par son propriétaire\u00a0: chmod 600."),
                    _ => new Wording(
                        $"{path} holds no private key of ours; gouvernail evidence key makes one.",
                        $"{path} ne contient pas de clé privée à nous\u00a0; gouvernail evidence key en fait une."),
                }).In(texts.Language));
        }

        if (key.Verifier.Kind == SignatureKind.Ed25519)
        {
            return null;
        }

        key.Dispose();
        key = null;
        return new Failure(ExitCode.BadInput, new Wording(
            $"{path} is a witness's key: it cosigns logs, and nothing else.",
            $"{path} est la clé d’un témoin\u00a0: elle contresigne des registres, et rien d’autre.")
            .In(texts.Language));
    }
}
