using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.History;

/// <summary>
/// Keeps what follows from completed workouts: each exercise's sessions and records, and the statistics. A running workout changes none of
/// it. Whatever happened to a past one is seen as what it held before and what it holds now, so no event needs a rule of its own here.
/// </summary>
public sealed class ExerciseLog(IProjections projections, ISessionChunks chunks, SessionLog sessions, ITrainingSums sums)
{
    private static readonly SessionKey End = new(DateTimeOffset.MaxValue, Guid.Empty);

    /// <summary>Fetches in two round trips what workouts with these exercises will need.</summary>
    public async Task Prefetch(Guid accountId, IReadOnlyCollection<string> exerciseIds, CancellationToken cancellationToken)
    {
        await projections.Prefetch(accountId, Keys(exerciseIds), cancellationToken);
        await chunks.Prefetch(accountId, exerciseIds, cancellationToken);
    }

    /// <summary>
    /// The sets of the session before a workout, of the same template where a recent one is, and the records as they stood then.
    /// </summary>
    public async Task<(IReadOnlyList<SetValues> Previous, IReadOnlyList<PersonalRecord> Bests)> Before(
        Guid accountId, string exerciseId, Workout workout, CancellationToken cancellationToken)
    {
        var key = new SessionKey(workout.StartedAt, workout.Id);
        var records = await Load(accountId, exerciseId, cancellationToken);
        if (workout.Status == WorkoutStatus.Active || records.Newest is not { } newest || newest.IsBefore(key))
        {
            return (await OfTemplate(accountId, exerciseId, workout, cancellationToken) ?? records.Previous, records.Completed);
        }

        var (last, bests) = await sessions.Before(accountId, exerciseId, key, cancellationToken);
        return (last?.Lifted() ?? [], bests);
    }

    private async Task<IReadOnlyList<SetValues>?> OfTemplate(
        Guid accountId, string exerciseId, Workout workout, CancellationToken cancellationToken)
    {
        if (workout.TemplateId is not { } templateId)
        {
            return null;
        }

        var history = await projections.Load<ExerciseHistory>(accountId, ProjectionKeys.ExerciseHistory(exerciseId), cancellationToken);
        return history?.Last(templateId, workout.Id)?.Lifted();
    }

    /// <summary>Brings everything up to date with a workout that was this before and is that now.</summary>
    public async Task Follow(Guid accountId, Workout? before, Workout after, CancellationToken cancellationToken)
    {
        var was = before is { Status: WorkoutStatus.Completed } ? before : null;
        var now = after is { Status: WorkoutStatus.Completed } ? after : null;
        if (was is null && now is null)
        {
            return;
        }

        string[] exerciseIds = [.. Exercises(was).Concat(Exercises(now)).Distinct().Order(StringComparer.Ordinal)];
        await projections.Prefetch(accountId, Keys(exerciseIds), cancellationToken);
        foreach (var exerciseId in exerciseIds)
        {
            var (old, current) = (Session.Of(was, exerciseId), Session.Of(now, exerciseId));
            if (!Session.Same(old, current))
            {
                await Change(accountId, exerciseId, old, current, cancellationToken);
            }
        }

        Sum(accountId, was, now);
    }

    private static IEnumerable<string> Exercises(Workout? workout) => (workout?.Exercises ?? []).Select(entry => entry.ExerciseId);

    private static string[] Keys(IReadOnlyCollection<string> exerciseIds) =>
        [.. exerciseIds.Select(ProjectionKeys.PersonalRecords), .. exerciseIds.Select(ProjectionKeys.ExerciseHistory)];

    private async Task<ExerciseRecords> Load(Guid accountId, string exerciseId, CancellationToken cancellationToken) =>
        await projections.Load<ExerciseRecords>(accountId, ProjectionKeys.PersonalRecords(exerciseId), cancellationToken)
        ?? ExerciseRecords.None(exerciseId);

    private async Task Change(Guid accountId, string exerciseId, Session? was, Session? now, CancellationToken cancellationToken)
    {
        var records = await Load(accountId, exerciseId, cancellationToken);
        var history = await sessions.Replace(accountId, exerciseId, was, now, cancellationToken);
        var isLatest = was is null && (records.Newest is not { } newest || newest.IsBefore(now!.Key()));
        var bests = isLatest
            ? Records.After(records.Completed, now!)
            : (await sessions.Before(accountId, exerciseId, End, cancellationToken)).Bests;
        var last = history.Sessions.Count > 0 ? history.Sessions[0] : null;
        projections.Store(
            accountId,
            ProjectionKeys.PersonalRecords(exerciseId),
            last is null ? null : new ExerciseRecords(exerciseId, last.Key(), last.Lifted(), bests));
    }

    private void Sum(Guid accountId, Workout? was, Workout? now)
    {
        if (was is not null)
        {
            sums.Subtract(accountId, TrainingSum.SlotOf(was.StartedAt), TrainingSum.Of(was));
        }

        if (now is not null)
        {
            sums.Add(accountId, TrainingSum.SlotOf(now.StartedAt), TrainingSum.Of(now));
        }
    }
}
