namespace Gouvernail.Audits;

/// <summary>A bundle on the web that cannot be read: nothing is known of what it holds.</summary>
public sealed class BundleException(Wording reason, Exception? inner = null) : IOException(reason?.English, inner)
{
    /// <summary>Why, in every language.</summary>
    public Wording Reason { get; } = reason ?? throw new ArgumentNullException(nameof(reason));
}
