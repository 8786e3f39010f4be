using Gouvernail.Cli.Logs;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Tests.Logs;

public sealed class JournalFailureTests
{
    private static readonly Wording _reason = new("something is wrong", "quelque chose ne va pas");

    [Theory]
    [InlineData(JournalFault.Missing, 66, 66)]
    [InlineData(JournalFault.Taken, 73, 66)]
    [InlineData(JournalFault.InUse, 73, 66)]
    [InlineData(JournalFault.ReadOnly, 73, 66)]
    [InlineData(JournalFault.Full, 73, 66)]
    [InlineData(JournalFault.Disk, 73, 66)]
    [InlineData(JournalFault.Damaged, 3, 3)]
    [InlineData(JournalFault.Behind, 3, 3)]
    public void A_trouble_has_its_exit_code(JournalFault fault, int writing, int reading)
    {
        var trouble = new JournalException(fault, _reason);
        Failure written = JournalFailure.Of(trouble, "city", Texts.In(Language.English));
        written.Code.ShouldBe((ExitCode)writing);
        written.Message.ShouldContain("city: something is wrong.");
        Failure read = JournalFailure.Of(trouble, "city", Texts.In(Language.French), isReading: true);
        read.Code.ShouldBe((ExitCode)reading);
        read.Message.ShouldContain("city\u00a0: quelque chose ne va pas.");
    }

    [Fact]
    public void A_refusal_is_an_input_that_the_log_does_not_allow() =>
        JournalFailure.Of(new Refusal("no", _reason), Texts.In(Language.English))
            .ShouldBe(new Failure(ExitCode.BadInput, "something is wrong."));

    [Fact]
    public void A_disk_that_refuses_is_told_with_the_folder()
    {
        Texts texts = Texts.In(Language.English);
        JournalFailure.Guard("city", texts, () => throw new UnauthorizedAccessException())
            .ShouldBe(new Failure(ExitCode.CannotWrite, "cannot write city: permission denied."));
        JournalFailure.Guard("city", texts, () => throw new UnauthorizedAccessException(), isReading: true)
            .ShouldBe(new Failure(ExitCode.NoInput, "cannot read city: permission denied."));
        JournalFailure.Guard("city", texts, () => null).ShouldBeNull();
    }
}
