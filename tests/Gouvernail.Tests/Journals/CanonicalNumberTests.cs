using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Journals;

namespace Gouvernail.Tests.Journals;

public sealed class CanonicalNumberTests
{
    /// <summary>RFC 8785, appendix B.</summary>
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void The_samples_of_the_standard_are_written_as_it_says(ulong bits, string expected) =>
        Written(BitConverter.UInt64BitsToDouble(bits)).ShouldBe(expected);

    /// <summary>
    /// Where shortest forms go wrong: powers of two, whose lower neighbour is half as far as the upper one, and the
    /// edges of the layouts. Expected values from V8.
    /// </summary>
    [Theory]
    [InlineData(5.684341886080802e-14, "5.684341886080802e-14")]
    [InlineData(2.9802322387695312e-8, "2.9802322387695312e-8")]
    [InlineData(4.1045368012983762e-289, "4.1045368012983762e-289")]
    [InlineData(123456789012345680000d, "123456789012345680000")]
    [InlineData(1.5, "1.5")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(1.25e-7, "1.25e-7")]
    [InlineData(100, "100")]
    [InlineData(2.2250738585072014e-308, "2.2250738585072014e-308")]
    [InlineData(4.4501477170144023e-308, "4.4501477170144023e-308")]
    public void Layouts_change_where_ECMAScript_says(double value, string expected) =>
        Written(value).ShouldBe(expected);

    [Theory]
    [InlineData("-0")]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("-01")]
    [InlineData("+1")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("1E3")]
    [InlineData("1e21")]
    [InlineData("1e+021")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e-400")]
    [InlineData("0e1")]
    [InlineData("0.0000001")]
    [InlineData("1000000000000000000000")]
    [InlineData("9007199254740993")]
    [InlineData("0.1000000000000000055511151231257827")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1_000")]
    [InlineData("1,5")]
    [InlineData("0x1")]
    public void A_number_in_any_other_form_is_refused(string text) =>
        CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(text)).ShouldBeFalse();

    [Fact]
    public void A_number_of_a_million_digits_is_refused_at_once()
    {
        string digits = new('1', 1_000_000);
        CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(digits)).ShouldBeFalse();
        CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes("0." + digits)).ShouldBeFalse();
        CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes("1e" + digits)).ShouldBeFalse();
    }

    [Fact]
    public void Every_number_reads_back_as_itself_and_is_canonical() =>
        Prop.ForAll<long>(seed =>
        {
            // Multiplied, so that small seeds reach every sign, exponent and length of fraction.
            double value = BitConverter.Int64BitsToDouble(seed * unchecked((long)0x9E3779B97F4A7C15));
            if (!double.IsFinite(value))
            {
                return true;
            }

            byte[] bytes = Encoding.UTF8.GetBytes(Written(value));
            return double.Parse(bytes, CultureInfo.InvariantCulture) == value
                && CanonicalJson.IsCanonical(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Every_power_of_two_reads_back_as_itself()
    {
        for (long exponent = 1; exponent < 2047; exponent++)
        {
            double value = BitConverter.Int64BitsToDouble(exponent << 52);
            double.Parse(Written(value), CultureInfo.InvariantCulture).ShouldBe(value);
            CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(Written(value))).ShouldBeTrue();
        }
    }

    /// <summary>Its neighbour's canonical form, which .NET 9 and 10 also give to 2^-25.</summary>
    [Fact]
    public void Neighbours_of_a_power_of_two_have_forms_of_their_own() =>
        Written(Math.BitDecrement(2.9802322387695312e-8)).ShouldBe("2.980232238769531e-8");

    [Fact]
    public void A_whole_number_is_the_same_as_an_integer_and_as_a_double() =>
        Prop.ForAll<long>(seed =>
        {
            long value = seed * unchecked((long)0x9E3779B97F4A7C15) >> 11;
            return Canonical.Bytes(w => w.Number(value)).AsSpan().SequenceEqual(
                Canonical.Bytes(w => w.Number((double)value)));
        }).QuickCheckThrowOnFailure();

    private static string Written(double value) => Canonical.Text(w => w.Number(value));
}
