using Microsoft.AspNetCore.Http.Metadata;

namespace Gouvernail.Server;

/// <summary>The most bytes that an endpoint takes, where they are not the usual 64 KB.</summary>
internal sealed class BodyLimit(long bytes) : IRequestSizeLimitMetadata
{
    /// <summary>The usual limit.</summary>
    public const long Usual = 64 * 1024;

    /// <inheritdoc/>
    public long? MaxRequestBodySize => bytes;
}
