namespace Gouvernail.Cli.Witnesses;

/// <summary>
/// Tells the operator what is wrong, from any thread: once a minute for the same trouble, however many visitors meet
/// it.
/// </summary>
internal sealed class Warnings(Surroundings here, Texts texts)
{
    private static readonly TimeSpan _silence = TimeSpan.FromMinutes(1);

    private readonly Lock _door = new();
    private Wording? _last;
    private long _since;

    public void Say(Wording trouble)
    {
        lock (_door)
        {
            long now = here.Clock.GetTimestamp();
            if (trouble == _last && here.Clock.GetElapsedTime(_since, now) < _silence)
            {
                return;
            }

            (_last, _since) = (trouble, now);
            here.Error.WriteLine("gouvernail" + texts.Colon + trouble.In(texts.Language));
        }
    }
}
