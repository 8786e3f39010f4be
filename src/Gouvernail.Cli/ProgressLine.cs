using System.Globalization;
using Gouvernail.Audits;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Cli;

/// <summary>
/// Says how far long work is: nothing in the first second; then one line drawn again on a terminal, or a line every
/// five seconds elsewhere.
/// </summary>
internal sealed class ProgressLine : IProgress<double>, IProgress<MapProgress>, IProgress<AuditProgress>
{
    private static readonly TimeSpan _silence = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _redraw = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _repeat = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Surroundings _here;
    private readonly Texts _texts;
    private readonly string _first;
    private readonly string _second;
    private readonly long _start;
    private TimeSpan _next = _silence;
    private int _width;

    /// <param name="here">Where to draw.</param>
    /// <param name="texts">The language.</param>
    /// <param name="first">What is being done, or done first; reading where nothing is said.</param>
    /// <param name="second">What is done then.</param>
    public ProgressLine(Surroundings here, Texts texts, string? first = null, string? second = null)
    {
        _here = here;
        _texts = texts;
        _first = first ?? texts.Reading;
        _second = second ?? _first;
        _start = here.Clock.GetTimestamp();
    }

    /// <summary>Told the share of the first work done.</summary>
    public void Report(double value)
    {
        if (IsTime())
        {
            Draw(_first, value);
        }
    }

    /// <summary>Told the share of other work.</summary>
    /// <param name="stage">What the work is called.</param>
    public IProgress<double> Of(string stage) => new Stage(this, stage);

    /// <summary>Told how far the mathematics is.</summary>
    public void Report(MapProgress value)
    {
        if (IsTime())
        {
            string stage = value.Stage switch
            {
                MapStage.Components => _texts.Components,
                MapStage.Groups => _texts.Groups,
                _ => _texts.Resamples,
            };
            Draw(stage, value.Total > 0 ? (double)value.Done / value.Total : 0);
        }
    }

    /// <summary>Told how far an audit is.</summary>
    public void Report(AuditProgress value)
    {
        if (IsTime())
        {
            Draw(value.IsResults ? _second : _first, value.Share);
        }
    }

    /// <summary>Wipes the line from the terminal.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            if (_width > 0)
            {
                _here.Error.Write("\r" + new string(' ', _width) + "\r");
                _width = 0;
            }
        }
    }

    private bool IsTime() => _here.Clock.GetElapsedTime(_start) >= _next;

    private void Draw(string stage, double share)
    {
        lock (_gate)
        {
            if (!IsTime())
            {
                return;
            }

            _next = _here.Clock.GetElapsedTime(_start) + (_here.ErrorIsTerminal ? _redraw : _repeat);
            int hundredths = (int)(100 * Math.Clamp(share, 0, 1));
            string line = stage + " " + hundredths.ToString(CultureInfo.InvariantCulture) + _texts.Percent;
            if (_here.ErrorIsTerminal)
            {
                _here.Error.Write("\r" + line.PadRight(_width));
                _width = Math.Max(_width, line.Length);
            }
            else
            {
                _here.Error.WriteLine(line);
            }
        }
    }

    private sealed class Stage(ProgressLine line, string name) : IProgress<double>
    {
        public void Report(double value)
        {
            if (line.IsTime())
            {
                line.Draw(name, value);
            }
        }
    }
}
