using Gouvernail.Tests.House.Example.Aggregate;

namespace Gouvernail.Tests.House.Example.Consult;

/// <summary>Every way in which a type can lean on a step to its right, one a nested type.</summary>
internal static class Backwards
{
    public sealed class ByField
    {
        public List<Tally[]>? Tallies { get; init; }
    }

    public static class ByInstruction
    {
        public static string Name() => Tally.Of(1).ToString()!;
    }

    public static class ByGenericArgument
    {
        public static object[] None() => Array.Empty<Tally>();
    }

    public sealed class ByBase : Tally;

    public static class ByParameter
    {
        public static bool Holds(Tally tally) => tally is not null;
    }

    public static class ByLambda
    {
        public static Func<object> Later() => () => Tally.Of(2);
    }
}
