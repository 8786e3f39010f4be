using System.Text.Json;

namespace Gouvernail.Server.Mandate;

/// <summary>A rule of adoption to set.</summary>
/// <param name="Rule">The rule, <c>gouvernail/adoption-rule/v1</c>.</param>
public sealed record MandateRuleRequest(JsonElement Rule);

/// <summary>A mandate to write.</summary>
/// <param name="Document">What it is to say, <c>gouvernail/mandate/v1</c>.</param>
/// <param name="Mandate">The mandate to change or amend; null for a new one.</param>
public sealed record MandateDraftRequest(JsonElement Document, string? Mandate = null);

/// <summary>A mandate to put to adoption.</summary>
/// <param name="Consultation">The consultation that ratifies it; null where the rule asks nobody.</param>
public sealed record MandatePutRequest(string? Consultation = null);

/// <summary>A trustee's signature.</summary>
/// <param name="Version">The version that is signed.</param>
/// <param name="Envelope">A DSSE envelope of the document.</param>
public sealed record MandateSignRequest(int Version, JsonElement Envelope);

/// <summary>A version to bring into force.</summary>
/// <param name="Version">The version.</param>
/// <param name="Result">The place of the result that ratifies it; null where the rule asks nobody.</param>
public sealed record MandateAdoptRequest(int Version, long? Result = null);

/// <summary>A mandate to take back.</summary>
/// <param name="Reason">Why, in public and for ever.</param>
public sealed record MandateRevokeRequest(string Reason);
