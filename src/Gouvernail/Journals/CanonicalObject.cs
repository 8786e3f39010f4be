using System.Buffers;

namespace Gouvernail.Journals;

/// <summary>Makes the bodies and payloads of entries.</summary>
public static class CanonicalObject
{
    /// <summary>The bytes of an object, whose members are written in canonical order.</summary>
    public static byte[] Of(Action<CanonicalWriter> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var output = new ArrayBufferWriter<byte>(128);
        var writer = new CanonicalWriter(output);
        writer.StartObject();
        members(writer);
        writer.EndObject();
        return output.WrittenSpan.ToArray();
    }
}
