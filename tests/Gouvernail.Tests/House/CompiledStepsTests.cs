using Gouvernail.Tests.House.Example.Aggregate;
using Gouvernail.Tests.House.Example.Consult;

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

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public)
            .SelectMany(WithNested).Prepend(type);
}
