using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Mandate.Texts;

/// <summary>Where a mandate, or one of its versions, is in its life.</summary>
public enum MandateState
{
    /// <summary>It is being written.</summary>
    Draft,

    /// <summary>It was put to adoption, and is not adopted.</summary>
    Put,

    /// <summary>It is in force.</summary>
    InForce,

    /// <summary>A later version took its place.</summary>
    Replaced,

    /// <summary>Its term is over.</summary>
    Ended,

    /// <summary>It was taken back.</summary>
    Revoked,
}

/// <summary>Tells the states of mandates.</summary>
public static class MandateStates
{
    /// <summary>The state of a mandate: of the version that counts most to people.</summary>
    public static MandateState StateAt(this MandateHistory mandate, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(mandate);
        return mandate.StateAt(mandate.Adopted ?? mandate.Last, now);
    }

    /// <summary>The state of a version.</summary>
    public static MandateState StateAt(this MandateHistory mandate, MandateVersion version, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(mandate);
        ArgumentNullException.ThrowIfNull(version);
        MandateVersion? lastPut = mandate.Versions.FindLast(one => one.Put is not null);
        return mandate.Revoked is not null ? MandateState.Revoked
            : version.Adopted is not null
                ? mandate.Adopted != version ? MandateState.Replaced
                    : version.Document.Term.Expires > now ? MandateState.InForce : MandateState.Ended
            : version.Put is null ? MandateState.Draft
            : lastPut == version ? MandateState.Put : MandateState.Replaced;
    }

    /// <summary>What a state is called.</summary>
    public static Wording Word(this MandateState state) => state switch
    {
        MandateState.Draft => new("being written", "en cours d’écriture"),
        MandateState.Put => new("put to adoption", "soumis à l’adoption"),
        MandateState.InForce => new("in force", "en vigueur"),
        MandateState.Replaced => new("replaced by a later version", "remplacé par une version plus récente"),
        MandateState.Ended => new("ended", "terminé"),
        _ => new("revoked", "révoqué"),
    };

    /// <summary>The word that programs read.</summary>
    public static string Code(this MandateState state) => state switch
    {
        MandateState.InForce => "in-force",
        MandateState.Put => "put",
        MandateState.Draft => "draft",
        MandateState.Replaced => "replaced",
        MandateState.Ended => "ended",
        _ => "revoked",
    };
}
