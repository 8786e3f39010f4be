namespace Gouvernail.Log.Trees;

/// <summary>A whole tree in memory: about 64 bytes per entry. For small logs and for tests.</summary>
public sealed class MemoryTree : IHashReader
{
    private readonly List<List<Hash>> _rows = [[]];

    /// <summary>How many entries the tree has.</summary>
    public long Size => _rows[0].Count;

    /// <summary>
    /// Appends the hash of an entry (<see cref="Hash.Leaf"/>), and those of the subtrees it completes.
    /// </summary>
    public void Append(Hash leaf)
    {
        Hash hash = leaf;
        for (int height = 0; ; height++)
        {
            if (height == _rows.Count)
            {
                _rows.Add([]);
            }

            List<Hash> row = _rows[height];
            row.Add(hash);
            if (row.Count % 2 == 1)
            {
                return;
            }

            hash = Hash.Node(row[^2], row[^1]);
        }
    }

    /// <inheritdoc/>
    public Hash? Read(int height, long index) =>
        height >= 0 && height < _rows.Count && index >= 0 && index < _rows[height].Count
            ? _rows[height][(int)index]
            : null;
}
