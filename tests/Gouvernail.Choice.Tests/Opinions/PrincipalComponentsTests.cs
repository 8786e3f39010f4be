using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests.Opinions;

public sealed class PrincipalComponentsTests
{
    [Fact]
    public void The_components_are_eigenvectors_of_the_dense_covariance() =>
        Prop.ForAll<int>(seed =>
        {
            VoteTable votes = VoteTable.FromVotes(Draws.Votes(seed, 30, 12, 9, 2));
            var centered = new CenteredVotes(votes, null, null, 1, default);
            PrincipalComponents pca = PrincipalComponents.Of(centered, 1e-12, null);
            (double[] values, _) = SymmetricEigen.Solve(Dense(votes, centered), votes.Statements.Count);
            return Math.Abs(pca.Eigenvalues[0] - values[0]) < 1e-9 * values[0]
                && Math.Abs(pca.Eigenvalues[1] - values[1]) < 1e-9 * values[0]
                && Residual(votes, centered, pca, 0) < 1e-9 * values[0]
                && Residual(votes, centered, pca, 1) < 1e-9 * values[0];
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_wide_table_that_restarts_converges_as_well()
    {
        VoteTable votes = VoteTable.FromVotes(Draws.Votes(3, 400, 120, 30, 3));
        var centered = new CenteredVotes(votes, null, null, 1, default);

        PrincipalComponents pca = PrincipalComponents.Of(centered, 1e-13, null);

        pca.Passes.ShouldBeGreaterThan(12);
        Residual(votes, centered, pca, 0).ShouldBeLessThan(1e-11 * pca.Eigenvalues[0]);
        Residual(votes, centered, pca, 1).ShouldBeLessThan(1e-11 * pca.Eigenvalues[0]);
    }

    [Fact]
    public void A_weight_of_two_is_the_same_as_a_person_twice()
    {
        List<(string Participant, string Statement, int Vote)> votes = Draws.Votes(5, 20, 10, 8, 2);
        VoteTable once = VoteTable.FromVotes(votes);
        VoteTable twice = VoteTable.FromVotes(
            votes.Concat(votes.Where(v => v.Participant == "p3").Select(v => ("copy", v.Statement, v.Vote))));
        int[] weights = new int[20];
        Array.Fill(weights, 1);
        weights[3] = 2;

        var weighted = new CenteredVotes(once, null, weights, 1, default);
        var copied = new CenteredVotes(twice, null, null, 1, default);

        weighted.Center.ShouldBe(copied.Center);
        PrincipalComponents.Of(weighted, 1e-12, null).Eigenvalues[0]
            .ShouldBe(PrincipalComponents.Of(copied, 1e-12, null).Eigenvalues[0], 1e-9);
    }

    [Fact]
    public void Where_everybody_votes_alike_there_are_no_components()
    {
        VoteTable votes = VoteTable.FromVotes([("a", "1", 1), ("b", "1", 1), ("a", "2", -1), ("b", "2", -1)]);

        PrincipalComponents pca = PrincipalComponents.Of(new CenteredVotes(votes, null, null, 1, default), 1e-12, null);

        pca.Eigenvalues.ShouldBe([0, 0]);
        pca.Components[0].ShouldAllBe(c => c == 0);
    }

    [Fact]
    public void Where_only_one_statement_divides_the_second_component_is_zero()
    {
        VoteTable votes = VoteTable.FromVotes([("a", "1", 1), ("b", "1", -1), ("a", "2", 1), ("b", "2", 1)]);

        PrincipalComponents pca = PrincipalComponents.Of(new CenteredVotes(votes, null, null, 1, default), 1e-12, null);

        Math.Abs(pca.Components[0][0]).ShouldBe(1, 1e-12);
        pca.Components[1].ShouldBe([0, 0]);
    }

    private static double[,] Dense(VoteTable votes, CenteredVotes centered)
    {
        int m = votes.Statements.Count;
        double[,] covariance = new double[m, m];
        for (int i = 0; i < votes.Participants.Count; i++)
        {
            foreach (int a in votes.Row(i))
            {
                foreach (int b in votes.Row(i))
                {
                    covariance[a / 3, b / 3] += centered.Value[a] * centered.Value[b];
                }
            }
        }

        return covariance;
    }

    private static double Residual(VoteTable votes, CenteredVotes centered, PrincipalComponents pca, int k)
    {
        double[,] covariance = Dense(votes, centered);
        double square = 0;
        for (int i = 0; i < votes.Statements.Count; i++)
        {
            double sum = -pca.Eigenvalues[k] * pca.Components[k][i];
            for (int j = 0; j < votes.Statements.Count; j++)
            {
                sum += covariance[i, j] * pca.Components[k][j];
            }

            square += sum * sum;
        }

        return Math.Sqrt(square);
    }
}
