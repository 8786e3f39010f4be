namespace Gouvernail.Consult.Polis;

/// <summary>A list that grows without ever copying what it holds, until it becomes one array.</summary>
internal sealed class Chunks<T>
    where T : unmanaged
{
    private const int First = 1 << 12;
    private const int Largest = 1 << 20;

    private readonly List<T[]> _full = [];
    private T[] _chunk = new T[First];
    private int _at;

    public void Add(T value)
    {
        T[] chunk = _chunk;
        int at = _at;
        if ((uint)at >= (uint)chunk.Length)
        {
            chunk = Grow();
            at = 0;
        }

        chunk[at] = value;
        _at = at + 1;
    }

    /// <summary>All values in order. The list gives them up as it goes, and is empty afterwards.</summary>
    public T[] MoveToArray()
    {
        int count = _at;
        foreach (T[] chunk in _full)
        {
            count += chunk.Length;
        }

        T[] all = GC.AllocateUninitializedArray<T>(count);
        int to = 0;
        for (int c = 0; c < _full.Count; c++)
        {
            _full[c].CopyTo(all, to);
            to += _full[c].Length;
            _full[c] = [];
        }

        _chunk.AsSpan(0, _at).CopyTo(all.AsSpan(to));
        _full.Clear();
        _chunk = new T[First];
        _at = 0;
        return all;
    }

    private T[] Grow()
    {
        _full.Add(_chunk);
        _at = 0;
        return _chunk = GC.AllocateUninitializedArray<T>(Math.Min(2 * _chunk.Length, Largest));
    }
}
