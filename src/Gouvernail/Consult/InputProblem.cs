namespace Gouvernail.Consult;

/// <summary>Why a file was not read: what, where, what was expected, what to do. Nothing half-read is kept.</summary>
/// <param name="File">The file, or the folder where a file is missing.</param>
/// <param name="Line">Line, from 1; 0 where the problem is the file as a whole.</param>
/// <param name="Column">Column of the field in the line, from 1; 0 where the problem is the line as a whole.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What was expected, and what to do.</param>
public sealed record InputProblem(string File, long Line, int Column, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Line == 0 ? $"{File}: {Found}. Expected: {Expected}"
        : Column == 0 ? $"{File}, line {Line}: {Found}. Expected: {Expected}"
        : $"{File}, line {Line}, column {Column}: {Found}. Expected: {Expected}";
}
