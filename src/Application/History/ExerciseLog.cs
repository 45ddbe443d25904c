using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.History;

/// <summary>
/// Keeps what follows from completed workouts: each exercise's sessions and records, and the statistics. A running workout changes none of
/// it. Whatever happened to a past one is seen as what it held before and what it holds now, so no event needs a rule of its own here.
/// What a change in the past does to records and to the marks of later sets is done once an exercise, when the unit of work ends.
/// </summary>
public sealed class ExerciseLog(IProjections projections, ISessionChunks chunks, SessionLog sessions, SessionMarks marks, ITrainingSums sums)
    : IUnfinished
{
    private static readonly SessionKey End = new(DateTimeOffset.MaxValue, Guid.Empty);

    // Exercises whose records are those of before, and from which session on their marks may be.
    private readonly HashSet<(Guid AccountId, string ExerciseId)> _stale = [];
    private readonly Dictionary<(Guid AccountId, string ExerciseId), SessionKey> _unsettled = [];

    /// <summary>Fetches in two round trips what workouts with these exercises will need.</summary>
    public async Task Prefetch(Guid accountId, IReadOnlyCollection<string> exerciseIds, CancellationToken cancellationToken)
    {
        await projections.Prefetch(accountId, Keys(exerciseIds), cancellationToken);
        await chunks.Prefetch(accountId, exerciseIds, cancellationToken);
    }

    /// <summary>
    /// The sets of the session before a workout, of the same template where a recent one is, and the records as they stood then.
    /// </summary>
    /// <param name="turn">Which time the exercise stands in the workout, from 0: each looks at its own turn of the session before.</param>
    public async Task<(IReadOnlyList<SetValues> Previous, IReadOnlyList<PersonalRecord> Bests)> Before(
        Guid accountId, string exerciseId, int turn, Workout workout, CancellationToken cancellationToken)
    {
        var key = new SessionKey(workout.StartedAt, workout.Id);
        if (workout.Status == WorkoutStatus.Active || await IsNewer(accountId, exerciseId, key, cancellationToken))
        {
            var records = await Load(accountId, exerciseId, cancellationToken);
            var last = await OfTemplate(accountId, exerciseId, workout, cancellationToken);
            return (last is null ? Session.Turn(records.Previous, records.Turns, turn) : Session.Turn(last.Lifted(), last.Turns, turn), records.Completed);
        }

        var (before, bests) = await sessions.Before(accountId, exerciseId, key, cancellationToken);
        return (before is null ? [] : Session.Turn(before.Lifted(), before.Turns, turn), bests);
    }

    /// <summary>Brings everything up to date with a workout that was this before and is that now; answers it with the marks it has there.</summary>
    public async Task<Workout> Follow(Guid accountId, Workout? before, Workout after, CancellationToken cancellationToken)
    {
        var was = before is { Status: WorkoutStatus.Completed } ? before : null;
        var now = after is { Status: WorkoutStatus.Completed } ? after : null;
        if (was is null && now is null)
        {
            return after;
        }

        string[] exerciseIds = [.. Exercises(was).Concat(Exercises(now)).Distinct().Order(StringComparer.Ordinal)];
        await projections.Prefetch(accountId, Keys(exerciseIds), cancellationToken);
        foreach (var exerciseId in exerciseIds)
        {
            var (old, current) = (Session.Of(was, exerciseId), Session.Of(now, exerciseId));
            after = !Session.Same(old, current) ? await Change(accountId, exerciseId, old, current, after, cancellationToken)
                : current is null ? after
                : Records.WithMarksOf(after, exerciseId, old!);
        }

        Sum(accountId, was, now);
        return after;
    }

    /// <inheritdoc />
    public async Task Finish(CancellationToken cancellationToken)
    {
        foreach (var (id, from) in _unsettled)
        {
            var (last, bests) = await marks.Settle(id.AccountId, id.ExerciseId, from, cancellationToken);
            Keep(id.AccountId, id.ExerciseId, last, bests);
        }

        Forget();
    }

    /// <inheritdoc />
    public void Forget()
    {
        _stale.Clear();
        _unsettled.Clear();
    }

    private async Task<Session?> OfTemplate(Guid accountId, string exerciseId, Workout workout, CancellationToken cancellationToken)
    {
        if (workout.TemplateId is not { } templateId)
        {
            return null;
        }

        var history = await projections.Load<ExerciseHistory>(accountId, ProjectionKeys.ExerciseHistory(exerciseId), cancellationToken);
        return history?.Last(templateId, workout.Id);
    }

    private static IEnumerable<string> Exercises(Workout? workout) => (workout?.Exercises ?? []).Select(entry => entry.ExerciseId);

    private static string[] Keys(IReadOnlyCollection<string> exerciseIds) =>
        [.. exerciseIds.Select(ProjectionKeys.PersonalRecords), .. exerciseIds.Select(ProjectionKeys.ExerciseHistory)];

    private async Task<ExerciseRecords> Load(Guid accountId, string exerciseId, CancellationToken cancellationToken)
    {
        if (_stale.Remove((accountId, exerciseId)))
        {
            var (last, bests) = await sessions.Before(accountId, exerciseId, End, cancellationToken);
            Keep(accountId, exerciseId, last, bests);
        }

        return await projections.Load<ExerciseRecords>(accountId, ProjectionKeys.PersonalRecords(exerciseId), cancellationToken)
            ?? ExerciseRecords.None(exerciseId);
    }

    // Whether it stands after all sessions there are.
    private async Task<bool> IsNewer(Guid accountId, string exerciseId, SessionKey key, CancellationToken cancellationToken)
    {
        if (!_stale.Contains((accountId, exerciseId)))
        {
            return (await Load(accountId, exerciseId, cancellationToken)).Newest is not { } newest || newest.IsBefore(key);
        }

        var history = await projections.Load<ExerciseHistory>(accountId, ProjectionKeys.ExerciseHistory(exerciseId), cancellationToken);
        return history is not { Sessions: [var last, ..] } || last.Key().IsBefore(key);
    }

    private async Task<Workout> Change(
        Guid accountId, string exerciseId, Session? was, Session? now, Workout after, CancellationToken cancellationToken)
    {
        if (was is null && await IsNewer(accountId, exerciseId, now!.Key(), cancellationToken))
        {
            var (marked, bests) = Records.Marked((await Load(accountId, exerciseId, cancellationToken)).Completed, now);
            await sessions.Replace(accountId, exerciseId, null, marked, cancellationToken);
            Keep(accountId, exerciseId, marked, bests);
            return Records.WithMarksOf(after, exerciseId, marked);
        }

        await sessions.Replace(accountId, exerciseId, was, now, cancellationToken);
        var from = was is null || (now is not null && now.Key().IsBefore(was.Key())) ? now!.Key() : was.Key();
        _stale.Add((accountId, exerciseId));
        _unsettled[(accountId, exerciseId)] =
            _unsettled.TryGetValue((accountId, exerciseId), out var earlier) && earlier.IsBefore(from) ? earlier : from;
        return after;
    }

    private void Keep(Guid accountId, string exerciseId, Session? last, IReadOnlyList<PersonalRecord> bests) => projections.Store(
        accountId,
        ProjectionKeys.PersonalRecords(exerciseId),
        last is null ? null : new ExerciseRecords(exerciseId, last.Key(), last.Lifted(), bests, last.Turns));

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
