using TitanTrakr.Application.Common;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.History;

/// <summary>The latest sessions of one exercise.</summary>
/// <param name="Chunks">How many chunks of older sessions were ever made: the next one's number.</param>
/// <param name="Sessions">Newest first.</param>
public sealed record ExerciseHistory(string ExerciseId, int Chunks, IReadOnlyList<Session> Sessions) : IServed
{
    /// <summary>The most sessions that the document, or a chunk, holds.</summary>
    public const int Most = 32;

    /// <summary>How many of the oldest become a chunk when the document overflows.</summary>
    public const int Sealed = 24;

    /// <inheritdoc />
    public byte[] Served() => SessionLines.Write(Sessions);

    /// <summary>The last session before a workout: of the same template where there is one, else of any.</summary>
    public Session? Last(Guid? templateId, Guid workoutId)
    {
        var others = Sessions.Where(session => session.WorkoutId != workoutId);
        return (templateId is null ? null : others.FirstOrDefault(session => session.TemplateId == templateId)) ?? others.FirstOrDefault();
    }

    /// <summary>No session yet.</summary>
    public static ExerciseHistory None(string exerciseId) => new(exerciseId, 0, []);
}

/// <summary>The records of one exercise over its completed workouts. A running one is added when they are read.</summary>
/// <param name="Newest">The newest session counted in: a later one is simply added.</param>
/// <param name="Previous">That session's sets, for prefill.</param>
/// <param name="Completed">The records.</param>
/// <param name="Turns">How many of the sets belong to each of its entries, where it stood there more than once.</param>
public sealed record ExerciseRecords(
    string ExerciseId, SessionKey? Newest, IReadOnlyList<SetValues> Previous, IReadOnlyList<PersonalRecord> Completed, IReadOnlyList<int>? Turns = null)
{
    /// <summary>No session yet.</summary>
    public static ExerciseRecords None(string exerciseId) => new(exerciseId, null, [], []);

    /// <summary>These and what the running workout, if there is one, has made so far.</summary>
    public IReadOnlyList<PersonalRecord> With(Workout? current) =>
        current is { Status: WorkoutStatus.Active } ? Records.After(Completed, current, ExerciseId) : Completed;
}
