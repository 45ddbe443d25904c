using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Exchange;

/// <summary>What a row is for.</summary>
public enum RowRole
{
    /// <summary>A set.</summary>
    Set,

    /// <summary>A rest timer that the app wrote between the sets.</summary>
    RestTimer,

    /// <summary>A note on the exercise.</summary>
    Note,

    /// <summary>Nothing but the workout or the exercise it names.</summary>
    Frame,
}

/// <summary>One set as a foreign file tells it, or what else its row says; numbers are still as written.</summary>
public sealed record ForeignRow
{
    /// <summary>The row it comes from.</summary>
    public required SheetRow Source { get; init; }

    /// <summary>Tells the workouts of the file apart, and is the same in a later export of the same workout.</summary>
    public required string WorkoutKey { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? WorkoutName { get; init; }

    public string? WorkoutNote { get; init; }

    public RowRole Role { get; init; }

    /// <summary>What the exercise is called in the file; null on a row that holds a workout only.</summary>
    public string? Exercise { get; init; }

    /// <summary>The body part that the file puts it under.</summary>
    public string? Category { get; init; }

    public string? ExerciseNote { get; init; }

    /// <summary>Its superset within this workout.</summary>
    public string? Superset { get; init; }

    /// <summary>Which number the set has within its exercise: where it does not grow, the exercise begins anew.</summary>
    public int? Number { get; init; }

    public SetKind Kind { get; init; }

    public decimal? Weight { get; init; }

    /// <summary>The unit as the file says it, by column or row.</summary>
    public WeightUnit? WeightUnit { get; init; }

    public decimal? Reps { get; init; }

    public decimal? Rpe { get; init; }

    public decimal? Distance { get; init; }

    /// <summary>The unit as the file says it, by column or row.</summary>
    public DistanceUnit? DistanceUnit { get; init; }

    public decimal? Seconds { get; init; }

    public string? SetNote { get; init; }

    /// <summary>What only our own dialect knows.</summary>
    public ExactRow? Exact { get; init; }
}

/// <summary>What our own dialect keeps so that nothing has to be guessed.</summary>
/// <param name="Exercise">The exercise as it was in the account that exported it.</param>
/// <param name="Previous">What the exercise showed of the session before; null where the file does not say.</param>
public sealed record ExactRow(
    Guid WorkoutId,
    Guid? TemplateId,
    Guid? EntryId,
    Exercise? Exercise,
    Guid? SupersetId,
    SetTarget? Target,
    LoadSuggestion? Suggestion,
    bool Skipped,
    IReadOnlyList<SetValues>? Previous,
    Guid? SetId,
    Side? Side,
    DateTimeOffset? LoggedAt);
