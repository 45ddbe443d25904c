using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>What a run of words names: one exercise, one of several, or none.</summary>
/// <param name="Candidates">Best first; one is certain.</param>
/// <param name="Score">From 0 to 1: how sure the words are, 1 for a name as it is written.</param>
/// <param name="InDoubt">Whether even a single candidate has to be asked about.</param>
internal readonly record struct ExerciseMatch(IReadOnlyList<Exercise>? Candidates, double Score = 1, bool InDoubt = false)
{
    /// <summary>The score of a name said in part, and of words that only say what it is done with.</summary>
    public const double PartOfName = 0.88, OnlyEquipment = 0.8;

    /// <summary>The least score of a name that was said in its own words, if in another order or with its equipment beside it.</summary>
    public const double Written = 0.96;

    public bool IsSure => Candidates is { Count: 1 } && !InDoubt;

    public bool IsNone => Candidates is null or { Count: 0 };

    /// <summary>The exercise, when it is certain.</summary>
    public Exercise? Sure => IsSure ? Candidates![0] : null;
}
