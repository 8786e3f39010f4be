using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Gouvernail.Server.Consult.Facilitation.Importing;

/// <summary>
/// Exports that were sent and looked at, and not imported yet: on the disk, for an hour, and for who sent them.
/// </summary>
/// <param name="clock">Tells the time.</param>
internal sealed class ImportSpool(TimeProvider clock) : IDisposable
{
    private const int Most = 16;

    private static readonly TimeSpan _life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (string Holder, string Folder, DateTimeOffset Since)> _kept =
        new(StringComparer.Ordinal);

    /// <summary>Keeps files on the disk.</summary>
    /// <returns>The word by which they are found again.</returns>
    public async Task<string> KeepAsync(string holder, IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        Tidy();
        string folder = Directory.CreateTempSubdirectory("gouvernail-import-").FullName;
        string word = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _kept[word] = (holder, folder, clock.GetUtcNow());
        foreach (IFormFile file in files)
        {
            string path = Path.Combine(folder, UploadName.Of(file));
            await using var target = new FileStream(path, FileMode.Create, FileAccess.Write);
            await file.CopyToAsync(target, cancellation);
        }

        return word;
    }

    /// <summary>The folder of what a holder sent; null where it is gone, or somebody else's.</summary>
    public string? Find(string holder, string word) =>
        _kept.TryGetValue(word, out var kept) && kept.Holder == holder && clock.GetUtcNow() - kept.Since < _life
            ? kept.Folder
            : null;

    /// <summary>Deletes what was sent.</summary>
    public void Forget(string word)
    {
        if (_kept.TryRemove(word, out var kept))
        {
            Delete(kept.Folder);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (string word in _kept.Keys)
        {
            Forget(word);
        }
    }

    /// <summary>Forgets what is old, and the oldest where there are too many.</summary>
    private void Tidy()
    {
        DateTimeOffset now = clock.GetUtcNow();
        // Copied first: others add to it meanwhile, which sorting it as it stands does not bear.
        var all = _kept.ToArray().OrderByDescending(pair => pair.Value.Since).ToArray();
        for (int i = 0; i < all.Length; i++)
        {
            if (i >= Most - 1 || now - all[i].Value.Since >= _life)
            {
                Forget(all[i].Key);
            }
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It lies in the machine's folder for passing things, which the machine empties.
        }
    }
}
