using Gouvernail.Tests.House.Example;
using Gouvernail.Tests.House.Example.Aggregate;
using Gouvernail.Tests.House.Example.Audits;
using Gouvernail.Tests.House.Example.Consult;
using Gouvernail.Tests.House.Example.Journals;

namespace Gouvernail.Tests.House;

public sealed class CompiledStepsTests
{
    private static readonly string _example = typeof(CompiledStepsTests).Namespace + ".Example";

    [Fact]
    public void No_compiled_type_uses_a_step_on_its_right() =>
        CompiledSteps.Faults("Gouvernail", typeof(Language).Assembly.GetTypes()).ShouldBeEmpty();

    [Theory]
    [InlineData(typeof(Backwards.ByField))]
    [InlineData(typeof(Backwards.ByInstruction))]
    [InlineData(typeof(Backwards.ByGenericArgument))]
    [InlineData(typeof(Backwards.ByBase))]
    [InlineData(typeof(Backwards.ByParameter))]
    [InlineData(typeof(Backwards.ByLambda))]
    public void A_type_that_uses_a_step_on_its_right_is_found(Type type) =>
        CompiledSteps.Faults(_example, WithNested(type)).ShouldContain(fault => fault.EndsWith(".Aggregate.Tally."));

    [Fact]
    public void A_type_that_uses_a_step_on_its_left_passes() =>
        CompiledSteps.Faults(_example, WithNested(typeof(Tally)).Append(typeof(Forwards))).ShouldBeEmpty();

    [Fact]
    public void Every_type_may_use_the_journals_which_use_no_step()
    {
        CompiledSteps.Faults(_example, [typeof(Page), typeof(Binding), typeof(Forwards)]).ShouldBeEmpty();
        CompiledSteps.Faults(_example, [typeof(PageOfTallies), typeof(BindingOfTallies)])
            .ShouldBe([Fault<PageOfTallies, Tally>(), Fault<BindingOfTallies, Tally>()]);
    }

    [Fact]
    public void Audits_may_use_every_step_and_no_step_uses_them()
    {
        CompiledSteps.Faults(_example, [typeof(Check)]).ShouldBeEmpty();
        CompiledSteps.Faults(_example, [typeof(SelfCheck)]).ShouldBe([Fault<SelfCheck, Check>()]);
    }

    private static string Fault<TUser, TUsed>() => $"{typeof(TUser).FullName} may not use {typeof(TUsed).FullName}.";

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public)
            .SelectMany(WithNested).Prepend(type);
}
