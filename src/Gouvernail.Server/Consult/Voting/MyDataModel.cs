namespace Gouvernail.Server.Consult.Voting;

/// <summary>What is kept about the reader in a consultation.</summary>
/// <param name="Here">Where the page is.</param>
/// <param name="Data">The data.</param>
/// <param name="CanWithdraw">True where votes can be taken back.</param>
/// <param name="Votes">How many votes stand.</param>
public sealed record MyDataModel(Here Here, OwnData Data, bool CanWithdraw, int Votes);
