namespace Gouvernail.Tests.House.Example.Journals;

/// <summary>What every step may use.</summary>
internal sealed class Page;
