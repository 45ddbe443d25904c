using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.History;

/// <summary>The personal records that are kept for an exercise.</summary>
public enum RecordKind
{
    /// <summary>Highest load for at least one rep; on assisted exercises the least assistance.</summary>
    MaxLoad,

    /// <summary>Most reps at a load or a heavier one: one for each load at which no heavier one had as many.</summary>
    MaxReps,

    /// <summary>Highest estimated one-repetition maximum (Epley), from sets of 1 to 12 reps.</summary>
    EstimatedOneRepMax,

    /// <summary>Highest load times reps of one set.</summary>
    MaxSetVolume,

    /// <summary>Highest sum of load times reps of one session.</summary>
    MaxSessionVolume,

    /// <summary>Longest time of one set.</summary>
    LongestDuration,

    /// <summary>Longest distance of one set.</summary>
    LongestDistance,
}

/// <summary>A best of one exercise and the set that made it.</summary>
/// <param name="Value">In the kind's own measure: kg, reps, kg × reps, seconds or metres.</param>
/// <param name="SetId">Null where a whole session made it.</param>
/// <param name="AchievedAt">When the workout it was made in began.</param>
/// <param name="Set">The set as entered, null where a whole session made it.</param>
/// <param name="AtLoad">Only of <see cref="RecordKind.MaxReps"/>: the load in kg, assistance below zero; null where none was given.</param>
/// <param name="Unit">Only where a whole session made it: the unit that all its loads were entered in, null where they differ.</param>
public sealed record PersonalRecord(
    RecordKind Kind,
    decimal Value,
    Guid WorkoutId,
    Guid? SetId,
    DateTimeOffset AchievedAt,
    SetValues? Set,
    decimal? AtLoad = null,
    WeightUnit? Unit = null);
