using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.History;

/// <summary>The personal records that are kept for an exercise.</summary>
public enum RecordKind
{
    /// <summary>Highest load for at least one rep; on assisted exercises the least assistance.</summary>
    MaxLoad,

    /// <summary>Most reps in a set.</summary>
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
/// <param name="Set">The set as entered, null where a whole session made it.</param>
public sealed record PersonalRecord(RecordKind Kind, decimal Value, Guid WorkoutId, Guid? SetId, DateTimeOffset AchievedAt, SetValues? Set);
