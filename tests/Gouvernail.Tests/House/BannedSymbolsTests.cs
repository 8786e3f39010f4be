namespace Gouvernail.Tests.House;

public sealed class BannedSymbolsTests
{
    /// <summary>Lives in a package that no project references; banned before anyone does.</summary>
    private const string FromAPackage = "T:System.Numerics.Tensors.TensorPrimitives";

    private static readonly string[] _ids =
        [.. BannedSymbols.Entries(Repository.Read("BannedSymbols.txt")).Select(entry => entry.Id)];

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.Environment.TickCount64")]
    public void Ambient_time_is_banned(string id) => _ids.ShouldContain(id);

    [Theory]
    [InlineData("P:System.Random.Shared")]
    [InlineData("M:System.Random.#ctor")]
    [InlineData("M:System.Random.#ctor(System.Int32)")]
    [InlineData("M:System.Guid.NewGuid")]
    public void Ambient_randomness_is_banned(string id) => _ids.ShouldContain(id);

    [Theory]
    [InlineData(FromAPackage)]
    [InlineData("T:System.Numerics.Vector`1")]
    [InlineData("M:System.Linq.Enumerable.Sum(System.Collections.Generic.IEnumerable{System.Double})")]
    [InlineData("M:System.Linq.ParallelEnumerable.Sum(System.Linq.ParallelQuery{System.Double})")]
    public void Reductions_whose_order_depends_on_the_processor_are_banned(string id) => _ids.ShouldContain(id);

    [Fact]
    public void Every_banned_symbol_exists_and_says_why()
    {
        foreach ((string id, string reason) in BannedSymbols.Entries(Repository.Read("BannedSymbols.txt")))
        {
            (id == FromAPackage || BannedSymbols.Exists(id)).ShouldBeTrue($"{id} bans nothing.");
            reason.ShouldNotBeEmpty(id);
        }
    }

    [Theory]
    [InlineData("P:System.DateTime.Nwo")]
    [InlineData("M:System.Random.#ctor(System.Int64)")]
    [InlineData("M:System.Linq.Enumerable.Sum(IEnumerable{System.Double})")]
    [InlineData("T:System.Numerics.Vector<T>")]
    public void A_misspelt_symbol_is_found(string id) => BannedSymbols.Exists(id).ShouldBeFalse();

    [Fact]
    public void The_build_refuses_them() =>
        BannedSymbols.BuildFaults(Repository.Read("Directory.Build.props")).ShouldBeEmpty();

    [Fact]
    public void A_build_that_would_let_them_pass_is_found() =>
        BannedSymbols.BuildFaults("<Project><PropertyGroup><TreatWarningsAsErrors>false</TreatWarningsAsErrors>"
            + "</PropertyGroup></Project>").Count().ShouldBe(3);

    [Fact]
    public void Nobody_silences_the_refusal()
    {
        // Written in two parts so that this file does not find itself.
        const string rule = "RS" + "0030";
        Repository.Files("").Where(file => file.Text.Contains(rule, StringComparison.Ordinal))
            .Select(file => file.Path).ShouldBeEmpty();
    }
}
