using System.Reflection;
using System.Reflection.Emit;

namespace Gouvernail.Tests.House;

/// <summary>
/// The order of the steps as the compiler saw it: every type that a type's members, attributes or instructions name.
/// It finds what a reader of the source may miss, such as <c>var</c> or a name relative to the namespace.
/// </summary>
internal static class CompiledSteps
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> _codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The faults of types whose steps are the namespaces right under <paramref name="root"/>.</summary>
    public static IEnumerable<string> Faults(string root, IEnumerable<Type> types)
    {
        foreach (Type type in types)
        {
            int? step = RankOf(root, type);
            if (step is null && OutermostName(type) is "Reactions" or "Community" or "LoopState" or "LoopBooks")
            {
                continue;
            }

            int rank = step ?? Steps.RootRank;
            foreach (Type named in NamedBy(type).Where(named => RankOf(root, named) > rank).Distinct())
            {
                yield return $"{type.FullName} may not use {named.FullName}.";
            }
        }
    }

    /// <summary>The rank of a type's step; null for a type of no step, such as the root's.</summary>
    private static int? RankOf(string root, Type type)
    {
        string space = type.Namespace ?? "";
        int rank = space.StartsWith(root + ".", StringComparison.Ordinal)
            ? Array.IndexOf(Steps.Order, space[(root.Length + 1)..].Split('.')[0])
            : -1;
        return rank < 0 ? null : rank;
    }

    private static string OutermostName(Type type) =>
        type.DeclaringType is { } outer ? OutermostName(outer) : type.Name;

    private static IEnumerable<Type> NamedBy(Type type)
    {
        IEnumerable<Type?> direct =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetGenericArguments().Where(a => a.IsGenericParameter)
                .SelectMany(a => a.GetGenericParameterConstraints()),
            .. type.GetCustomAttributesData().Select(a => a.AttributeType),
            .. type.GetFields(Declared).Select(field => field.FieldType),
            .. type.GetMembers(Declared).SelectMany(m => m.GetCustomAttributesData()).Select(a => a.AttributeType),
            .. type.GetMethods(Declared).SelectMany(method => Signature(method).Append(method.ReturnType)),
            .. type.GetConstructors(Declared).SelectMany(Signature),
            .. type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)).SelectMany(Instructions),
        ];
        return direct.OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type> Signature(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType);

    /// <summary>The type itself, or what it is made of: the elements of arrays, the arguments of generics.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    private static IEnumerable<Type?> Instructions(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } bytes)
        {
            yield break;
        }

        foreach (LocalVariableInfo local in body.LocalVariables)
        {
            yield return local.LocalType;
        }

        foreach (int token in Tokens(bytes))
        {
            MemberInfo? member = Resolve(method, token);
            yield return member as Type ?? member?.DeclaringType;
            if (member is MethodBase { IsGenericMethod: true } generic)
            {
                foreach (Type argument in generic.GetGenericArguments())
                {
                    yield return argument;
                }
            }
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null);

    /// <summary>The metadata tokens in a method's instructions (ECMA-335, partition III).</summary>
    private static IEnumerable<int> Tokens(byte[] bytes)
    {
        int at = 0;
        while (at < bytes.Length)
        {
            short value = bytes[at++];
            if (value == 0xFE)
            {
                value = (short)((value << 8) | bytes[at++]);
            }

            OpCode code = _codes[value];
            switch (code.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok
                    or OperandType.InlineType:
                    yield return BitConverter.ToInt32(bytes, at);
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BitConverter.ToInt32(bytes, at));
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    at += 1;
                    break;
                case OperandType.InlineVar:
                    at += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    at += 8;
                    break;
                default:
                    at += 4;
                    break;
            }
        }
    }
}
