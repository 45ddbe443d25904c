using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Workouts;

/// <summary>What is planned for an exercise, by a template. All of it may be open.</summary>
/// <param name="Sets">How many sets, warm-ups that are planned included; with <paramref name="PerSet"/> as many as it lists.</param>
/// <param name="Reps">For each set that says nothing of its own.</param>
/// <param name="Load">The same; as entered, negative is assistance.</param>
/// <param name="RestSeconds">Rest after each set, 0 to 3600 s.</param>
/// <param name="DurationSeconds">How long each set is to last, where the exercise is measured by time.</param>
/// <param name="Distance">How far each set is to go, where the exercise is measured by distance.</param>
/// <param name="Note">What the plan says on how to do it; the lifter's own note is the entry's.</param>
/// <param name="PerSet">Sets that differ from each other, in order.</param>
public sealed record SetTarget(
    int? Sets,
    RepRange? Reps,
    Load? Load,
    Rpe? Rpe,
    int? RestSeconds,
    SetDuration? DurationSeconds = null,
    Distance? Distance = null,
    string? Note = null,
    IReadOnlyList<PlannedSet>? PerSet = null)
{
    /// <summary>The most sets that are planned for one exercise.</summary>
    public const int MostSets = 20;

    /// <summary>The longest rest that is planned, in seconds.</summary>
    public const int LongestRest = 3600;

    /// <summary>Nothing is planned.</summary>
    public static SetTarget Open { get; } = new(null, null, null, null, null);

    /// <summary>The plan as it goes for another exercise.</summary>
    public SetTarget WithoutLoads() => this with { Load = null, PerSet = PerSet is null ? null : [.. PerSet.Select(set => set with { Load = null })] };
}

/// <summary>From and to, both included.</summary>
public sealed record RepRange(int Min, int Max);

/// <summary>One planned set; what it leaves open is the exercise's.</summary>
/// <param name="Kind">Left out: a working set.</param>
/// <param name="RestSeconds">Rest after it, 0 to 3600 s.</param>
public sealed record PlannedSet(
    SetKind? Kind,
    RepRange? Reps,
    Load? Load,
    Rpe? Rpe,
    int? RestSeconds,
    SetDuration? DurationSeconds = null,
    Distance? Distance = null);

/// <summary>A load that follows from the last session instead of the template alone.</summary>
/// <param name="Load">What the target's load was made; where sets are planned one by one, what the first working set's was made.</param>
/// <param name="From">What the template itself says, or null where it plans no load.</param>
/// <param name="Reason">Why, in words to show.</param>
public sealed record LoadSuggestion(Load Load, Load? From, string Reason);
