using Gouvernail.Choice;

namespace Gouvernail.Consult.Simulation;

/// <summary>
/// How likely each group is to agree with each statement. The groups stand on a regular polygon in a plane whose axes
/// are trust in AI and wish for control; a statement that divides has a direction there, and a group leans by the dot
/// product of its place with that direction. So two principal components hold the groups, at comparable distances.
/// </summary>
internal sealed class Leanings
{
    // How fast a lean turns into a side, and how far a side goes: from 3 to 97 in a hundred.
    private const double Slope = 4;
    private const double Reach = 0.48;

    // How far a statement's direction strays from its sentence's, on each axis.
    private const double Stray = 0.3;

    // Corners of the regular polygons. Constants, because sine and cosine differ by a bit between platforms.
    private static readonly double[][] _corners =
    [
        [0, 0],
        [0.8, -0.6, -0.8, 0.6],
        [1, 0, -0.5, 0.8660254037844386, -0.5, -0.8660254037844386],
        [0.8, -0.6, -0.8, 0.6, 0.6, 0.8, -0.6, -0.8],
        [
            1, 0, 0.30901699437494745, 0.9510565162951535, -0.8090169943749475, 0.5877852522924731,
            -0.8090169943749475, -0.5877852522924731, 0.30901699437494745, -0.9510565162951535,
        ],
    ];

    private readonly double[] _agree;
    private readonly int _statements;

    /// <summary>Draws the leanings of <paramref name="groups"/> groups.</summary>
    public Leanings(int groups, int statements, SeededGenerator chance)
    {
        _statements = statements;
        _agree = new double[groups * statements];
        double[] corners = _corners[groups - 1];
        for (int s = 0; s < statements; s++)
        {
            Sentence sentence = Sentences.All[s % Sentences.All.Count];
            double strength = chance.NextUnit();
            double x = chance.NextUnit() - 0.5;
            double y = chance.NextUnit() - 0.5;
            if (sentence.Reception == Reception.Divides)
            {
                int trust = sentence.Trust;
                int control = sentence.Control;
                double length = Math.Sqrt((trust * trust) + (control * control));
                x = (trust / length) + (2 * Stray * x);
                y = (control / length) + (2 * Stray * y);
            }

            for (int g = 0; g < groups; g++)
            {
                double lean = (corners[2 * g] * x) + (corners[(2 * g) + 1] * y);
                _agree[(g * statements) + s] = sentence.Reception switch
                {
                    Reception.Shared => 0.78 + (0.18 * strength),
                    Reception.Refused => 0.22 - (0.18 * strength),
                    Reception.Indifferent => 0.42 + (0.16 * strength),
                    _ when groups == 1 => 0.3 + (0.4 * strength),
                    _ => 0.5 + (Reach * Math.Clamp(Slope * lean, -1, 1)),
                };
            }
        }
    }

    /// <summary>The chances that a member of a group agrees, by statement.</summary>
    public ReadOnlySpan<double> Of(int group) => _agree.AsSpan(group * _statements, _statements);
}
