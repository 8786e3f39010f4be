namespace Gouvernail.Consult;

/// <summary>
/// Why a file was not read or written: what, where, what was expected, what to do. Nothing half-read is kept.
/// </summary>
/// <param name="File">The file, or the folder where a file is missing.</param>
/// <param name="Line">Line, from 1; 0 where the problem is the file as a whole.</param>
/// <param name="Column">Column of the field in the line, from 1; 0 where the problem is the line as a whole.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What was expected, and what to do.</param>
public sealed record InputProblem(string File, long Line, int Column, Wording Found, Wording Expected)
{
    /// <summary>True where the file is missing or cannot be read, so that nothing is known of what it holds.</summary>
    public bool IsMissing { get; init; }

    /// <summary>The whole problem as a sentence.</summary>
    public string In(Language language) => language == Language.French
        ? $"{File}{Place("ligne", "colonne")}\u00a0: {Found.French}. Attendu\u00a0: {Expected.French}"
        : $"{File}{Place("line", "column")}: {Found.English}. Expected: {Expected.English}";

    /// <inheritdoc/>
    public override string ToString() => In(Language.English);

    private string Place(string line, string column) =>
        Line == 0 ? "" : Column == 0 ? $", {line} {Line}" : $", {line} {Line}, {column} {Column}";
}
