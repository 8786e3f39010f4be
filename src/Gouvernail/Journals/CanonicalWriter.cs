using System.Buffers;
using System.Globalization;

namespace Gouvernail.Journals;

/// <summary>
/// Writes one value as canonical JSON (RFC 8785) straight into a buffer. The caller gives members in canonical order,
/// by the UTF-16 code units of their names, which is checked. A call that throws has written nothing.
/// </summary>
/// <param name="output">Where the bytes go.</param>
public sealed class CanonicalWriter(IBufferWriter<byte> output)
{
    /// <summary>Integers past this are not all doubles, and so not all numbers of JSON.</summary>
    private const long MostInteger = (1L << 53) - 1;

    private readonly IBufferWriter<byte> _output = output ?? throw new ArgumentNullException(nameof(output));

    /// <summary>The last name given in the object at each depth; null for an array.</summary>
    private readonly string?[] _names = new string?[CanonicalJson.MostDepth];

    /// <summary>Bit d is set while the container at depth d is an object.</summary>
    private ulong _objects;

    private int _depth;
    private bool _afterValue;
    private bool _afterName;

    private bool InObject => _depth > 0 && ((_objects >> (_depth - 1)) & 1) != 0;

    /// <summary>Starts an object.</summary>
    /// <exception cref="InvalidOperationException">No value may stand here, or 64 are open already.</exception>
    public void StartObject() => Start((byte)'{', 1);

    /// <summary>Ends the object that was started last.</summary>
    /// <exception cref="InvalidOperationException">There is none, or its last name has no value.</exception>
    public void EndObject() => End((byte)'}', true);

    /// <summary>Starts an array.</summary>
    /// <exception cref="InvalidOperationException">No value may stand here, or 64 are open already.</exception>
    public void StartArray() => Start((byte)'[', 0);

    /// <summary>Ends the array that was started last.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public void EndArray() => End((byte)']', false);

    /// <summary>Writes the name of a member; its value must follow.</summary>
    /// <exception cref="InvalidOperationException">
    /// No name may stand here, or it does not come after the previous name of its object.
    /// </exception>
    /// <exception cref="ArgumentException">The name holds half a surrogate pair.</exception>
    public void Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!InObject || _afterName)
        {
            throw new InvalidOperationException($"The name \"{name}\" stands where none may.");
        }

        ref string? previous = ref _names[_depth - 1];
        if (previous is not null && string.CompareOrdinal(previous, name) >= 0)
        {
            throw new InvalidOperationException($"The name \"{name}\" must come before \"{previous}\", and once.");
        }

        int comma = _afterValue ? 1 : 0;
        Span<byte> room = _output.GetSpan(comma + CanonicalText.MostBytes(name) + 1);
        room[0] = (byte)',';
        int length = comma + CanonicalText.Write(name, room[comma..]);
        room[length] = (byte)':';
        _output.Advance(length + 1);
        previous = name;
        _afterName = true;
    }

    /// <summary>Writes a string.</summary>
    /// <exception cref="InvalidOperationException">No value may stand here.</exception>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public void Text(ReadOnlySpan<char> value)
    {
        Span<byte> room = Room(CanonicalText.MostBytes(value), out int comma);
        Done(comma + CanonicalText.Write(value, room[comma..]));
    }

    /// <summary>Writes a string of ASCII that needs no escape: ids, hashes, times, words of our own.</summary>
    /// <exception cref="InvalidOperationException">No value may stand here.</exception>
    /// <exception cref="ArgumentException">A byte is a control, a quote, a backslash, or not ASCII.</exception>
    public void AsciiText(ReadOnlySpan<byte> utf8)
    {
        if (!CanonicalText.IsPlainAscii(utf8))
        {
            throw new ArgumentException("A byte is not ASCII or needs an escape.", nameof(utf8));
        }

        Span<byte> room = Room(utf8.Length + 2, out int at);
        room[at++] = (byte)'"';
        utf8.CopyTo(room[at..]);
        at += utf8.Length;
        room[at++] = (byte)'"';
        Done(at);
    }

    /// <summary>Writes a value that is canonical already; where it is not, answers no and writes nothing.</summary>
    /// <exception cref="InvalidOperationException">No value may stand here.</exception>
    public bool TryCanonical(ReadOnlySpan<byte> value)
    {
        Span<byte> room = Room(value.Length, out int comma);
        if (!CanonicalJson.IsCanonical(value, _depth))
        {
            return false;
        }

        value.CopyTo(room[comma..]);
        Done(comma + value.Length);
        return true;
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="value">At most 2^53 - 1, and at least its opposite.</param>
    /// <exception cref="InvalidOperationException">No value may stand here.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Some reader would take the number for its neighbour.</exception>
    public void Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostInteger);
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -MostInteger);
        Span<byte> room = Room(CanonicalNumber.MostBytes, out int comma);
        _ = value.TryFormat(room[comma..], out int written, default, CultureInfo.InvariantCulture);
        Done(comma + written);
    }

    /// <summary>Writes a number as ECMAScript does.</summary>
    /// <exception cref="InvalidOperationException">No value may stand here.</exception>
    /// <exception cref="ArgumentException">The value is infinite or not a number.</exception>
    public void Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("JSON has no infinity, nor anything that is not a number.", nameof(value));
        }

        Span<byte> room = Room(CanonicalNumber.MostBytes, out int comma);
        Done(comma + CanonicalNumber.Format(value, room[comma..]));
    }

    /// <summary>Writes true or false.</summary>
    /// <exception cref="InvalidOperationException">No value may stand here.</exception>
    public void Flag(bool value) => Word(value ? "true"u8 : "false"u8);

    /// <summary>Writes null.</summary>
    /// <exception cref="InvalidOperationException">No value may stand here.</exception>
    public void Null() => Word("null"u8);

    /// <summary>Forgets what was begun, ready for another value; what is in the buffer stays there.</summary>
    public void Reset()
    {
        Array.Clear(_names);
        _objects = 0;
        _depth = 0;
        _afterValue = false;
        _afterName = false;
    }

    private void Word(ReadOnlySpan<byte> word)
    {
        Span<byte> room = Room(word.Length, out int comma);
        word.CopyTo(room[comma..]);
        Done(comma + word.Length);
    }

    private void Start(byte bracket, ulong isObject)
    {
        if (_depth == CanonicalJson.MostDepth)
        {
            throw new InvalidOperationException($"No more than {_depth} may stand inside one another.");
        }

        Room(1, out int comma)[comma] = bracket;
        Done(comma + 1);
        _names[_depth] = null;
        _objects = (_objects & ~(1UL << _depth)) | (isObject << _depth);
        _depth++;
        _afterValue = false;
    }

    private void End(byte bracket, bool isObject)
    {
        if (_depth == 0 || InObject != isObject || _afterName)
        {
            throw new InvalidOperationException($"Nothing here ends with {(char)bracket}.");
        }

        _output.GetSpan(1)[0] = bracket;
        Done(1);
        _depth--;
    }

    /// <summary>Room for a value, and for the comma before it, which is there if one is due.</summary>
    private Span<byte> Room(int length, out int comma)
    {
        if (_depth == 0 ? _afterValue : InObject && !_afterName)
        {
            throw new InvalidOperationException(_depth == 0 ? "One value is all there is." : "A name comes first.");
        }

        comma = _afterValue && !_afterName ? 1 : 0;
        Span<byte> room = _output.GetSpan(length + comma);
        room[0] = (byte)',';
        return room;
    }

    private void Done(int length)
    {
        _output.Advance(length);
        _afterValue = true;
        _afterName = false;
    }
}
