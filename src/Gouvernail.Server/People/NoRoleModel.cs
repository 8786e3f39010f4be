namespace Gouvernail.Server.People;

/// <summary>Nobody's session: how to get one.</summary>
public sealed record NoRoleModel;
