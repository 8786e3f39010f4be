using Gouvernail.Choice.Opinions;

namespace Gouvernail.Cli.Tests;

public sealed class ProgressLineTests : IDisposable
{
    private readonly HandClock _clock = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Quick_work_says_nothing()
    {
        ProgressLine line = Line(terminal: true);
        _clock.Seconds = 0.9;
        line.Report(0.5);
        line.Clear();
        _error.ToString().ShouldBe("");
    }

    [Fact]
    public void On_a_terminal_one_line_is_drawn_again_and_wiped()
    {
        ProgressLine line = Line(terminal: true);
        _clock.Seconds = 1.5;
        line.Report(0.5);
        line.Report(0.6);
        _clock.Seconds = 2;
        line.Report(new MapProgress(MapStage.Groups, 1, 4));
        line.Clear();
        _error.ToString().ShouldBe("\rReading 50%\rGroups 25% \r           \r");
    }

    [Fact]
    public void Elsewhere_a_line_comes_every_five_seconds()
    {
        ProgressLine line = Line(terminal: false);
        for (int tenth = 0; tenth <= 120; tenth++)
        {
            _clock.Seconds = tenth / 10.0;
            line.Report(new MapProgress(MapStage.Resamples, tenth, 120));
        }

        line.Clear();
        _error.ToString().Split(Environment.NewLine).ShouldBe(["Resamples 8%", "Resamples 50%", "Resamples 91%", ""]);
    }

    private ProgressLine Line(bool terminal)
    {
        var here = new Surroundings
        {
            Output = Stream.Null,
            Error = _error,
            ErrorIsTerminal = terminal,
            Variable = _ => null,
            Clock = _clock,
        };
        return new ProgressLine(here, Texts.In(Language.English));
    }

    private sealed class HandClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
