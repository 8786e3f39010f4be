namespace Gouvernail.Consult.Signals;

/// <summary>
/// From when on something is told of. The thresholds are conventions, chosen so that a quiet consultation shows
/// nothing; they are said on the page, and nobody is set aside by them.
/// </summary>
public static class SignalRules
{
    /// <summary>Minutes in a window of votes.</summary>
    public const int WindowMinutes = 10;

    /// <summary>Windows with votes that there must be before any is called usual.</summary>
    public const int FewestWindows = 6;

    /// <summary>The fewest votes in a window that is told of.</summary>
    public const int FewestVotes = 30;

    /// <summary>How many times the median window.</summary>
    public const int TimesUsual = 5;

    /// <summary>The fewest votes in a row that several people share.</summary>
    public const int FewestSame = 8;

    /// <summary>The fewest people who share it.</summary>
    public const int FewestPeople = 3;

    /// <summary>The fewest first votes in a minute that is told of, beyond what is expected.</summary>
    public const int FewestArrivals = 5;

    /// <summary>How many times the first votes a minute of the hour around it.</summary>
    public const int TimesExpected = 4;

    /// <summary>The fewest devices of an invitation that is told of.</summary>
    public const int FewestDevices = 2;
}
