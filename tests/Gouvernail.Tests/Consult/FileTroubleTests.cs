using System.Security;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult;

public sealed class FileTroubleTests
{
    [Theory]
    [InlineData(28, "the disk is full", "le disque est plein")]
    [InlineData(122, "the disk is full", "le disque est plein")]
    [InlineData(unchecked((int)0x80070070), "the disk is full", "le disque est plein")]
    [InlineData(30, "the file system is read-only", "le système de fichiers est en lecture seule")]
    [InlineData(11, "another program is using it", "un autre programme l’utilise")]
    [InlineData(5, "the system refuses (Input/output error)", "le système refuse (Input/output error)")]
    public void The_systems_number_gives_the_cause(int number, string english, string french) =>
        FileTrouble.Of(new IOException("Input/output error.", number)).ShouldBe(new Wording(english, french));

    [Fact]
    public void The_kind_of_exception_gives_the_cause()
    {
        FileTrouble.Of(new UnauthorizedAccessException()).English.ShouldBe("permission denied");
        FileTrouble.Of(new SecurityException()).French.ShouldBe("accès refusé");
        FileTrouble.Of(new FileNotFoundException()).French.ShouldBe("introuvable");
        FileTrouble.Of(new DirectoryNotFoundException()).French.ShouldBe("son dossier n’existe pas");
        FileTrouble.Of(new PathTooLongException()).French.ShouldBe("un nom trop long pour le disque");
    }

    [Fact]
    public void A_message_of_the_system_cannot_steer_a_terminal() =>
        FileTrouble.Of(new IOException("a\u001b[2J")).French.ShouldBe("le système refuse (a\\u{001B}[2J)");

    [Fact]
    public void Defects_are_no_trouble_of_files()
    {
        FileTrouble.Is(new IOException()).ShouldBeTrue();
        FileTrouble.Is(new InvalidOperationException()).ShouldBeFalse();
    }
}
