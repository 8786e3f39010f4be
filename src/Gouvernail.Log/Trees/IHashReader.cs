namespace Gouvernail.Log.Trees;

/// <summary>Gives the hashes of the complete subtrees of one tree.</summary>
public interface IHashReader
{
    /// <summary>
    /// The hash of the complete subtree over the 2^<paramref name="height"/> entries from
    /// <paramref name="index"/> · 2^<paramref name="height"/> on; nothing where it cannot be had or cannot be trusted.
    /// </summary>
    /// <param name="height">0 for leaves, up to 62.</param>
    /// <param name="index">The subtree's position among those of its height, from 0.</param>
    Hash? Read(int height, long index);
}
