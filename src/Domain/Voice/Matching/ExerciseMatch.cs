using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>What a run of words names: one exercise, one of several, or none.</summary>
/// <param name="Candidates">Best first; one is certain.</param>
internal readonly record struct ExerciseMatch(IReadOnlyList<Exercise> Candidates)
{
    public bool IsSure => Candidates is { Count: 1 };

    public bool IsNone => Candidates is null or { Count: 0 };
}
