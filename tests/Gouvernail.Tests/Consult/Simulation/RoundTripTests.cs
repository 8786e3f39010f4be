using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult.Simulation;

public sealed class RoundTripTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_simulated_conversation_comes_back_from_its_files()
    {
        string folder = Directory.CreateTempSubdirectory("gouvernail-").FullName;
        try
        {
            Conversation written = SimulatedConversationTests.Simulate(200, 60, 0.3, 3);
            PolisExport.Write(folder, written, null, Cancel).ShouldBeNull();
            Reading reading = ConversationReader.Read(folder, new ReadOptions { KeepHistory = true }, Cancel);
            reading.Problem.ShouldBeNull();
            Conversation read = reading.Conversation!;
            read.Topic.ShouldBe(written.Topic);
            read.Description.ShouldBe(written.Description);
            read.Statements.ShouldBe(written.Statements);
            read.Votes.Hash().ShouldBe(written.Votes.Hash());
            read.History!.Participants.ShouldBe(written.History!.Participants);
            read.History.Cells.ShouldBe(written.History.Cells);
            read.History.Times.ShouldBe(written.History.Times);
            read.ExportedGroups.ShouldBe(written.ExportedGroups);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_same_seed_writes_the_same_bytes()
    {
        string root = Directory.CreateTempSubdirectory("gouvernail-").FullName;
        try
        {
            string[] folders = [Path.Combine(root, "a"), Path.Combine(root, "b")];
            foreach (string folder in folders)
            {
                Conversation conversation = SimulatedConversationTests.Simulate(100, 40, 0.4, 2);
                PolisExport.Write(folder, conversation, null, Cancel).ShouldBeNull();
            }

            string[] files = Directory.GetFiles(folders[0]);
            files.ShouldNotBeEmpty();
            foreach (string file in files)
            {
                File.ReadAllBytes(Path.Combine(folders[1], Path.GetFileName(file))).ShouldBe(File.ReadAllBytes(file));
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
