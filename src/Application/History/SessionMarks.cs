using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.History;

/// <summary>
/// Keeps the marks of completed workouts right when history changes before them. They follow from history alone, so it does not matter how
/// often or when it is done. Reads only stretches of history that hold a mark, or come to hold one.
/// </summary>
public sealed class SessionMarks(IProjections projections, ISessionChunks chunks, ICompletedWorkouts completed)
{
    /// <summary>Marks an exercise's sessions from a key on anew; answers the newest one and the records after it.</summary>
    public async Task<(Session? Last, IReadOnlyList<PersonalRecord> Bests)> Settle(
        Guid accountId, string exerciseId, SessionKey from, CancellationToken cancellationToken)
    {
        var key = ProjectionKeys.ExerciseHistory(exerciseId);
        var history = await projections.Load<ExerciseHistory>(accountId, key, cancellationToken) ?? ExerciseHistory.None(exerciseId);
        var changed = new List<Session>();
        IReadOnlyList<PersonalRecord> bests = [];
        foreach (var chunk in history.Chunks == 0 ? [] : await chunks.List(accountId, exerciseId, cancellationToken))
        {
            if (!chunk.To.IsBefore(from) && (!chunk.Plain || Records.Adds(bests, chunk.Bests)))
            {
                var stored = await chunks.Sessions(accountId, exerciseId, chunk.Number, cancellationToken);
                var (marked, _) = Mark(stored, bests, changed);
                if (!stored.SequenceEqual(marked, ReferenceEqualityComparer.Instance))
                {
                    chunks.Store(accountId, exerciseId, chunk.Number, marked);
                }
            }

            bests = Records.Join(bests, chunk.Bests);
        }

        Session[] newest = [.. history.Sessions.Reverse()];
        var (sessions, after) = Mark(newest, bests, changed);
        if (!newest.SequenceEqual(sessions, ReferenceEqualityComparer.Instance))
        {
            projections.Store(accountId, key, history with { Sessions = [.. sessions.Reverse()] });
        }

        await Show(accountId, exerciseId, changed, cancellationToken);
        return (sessions.Count > 0 ? sessions[^1] : null, after);
    }

    private static (IReadOnlyList<Session> Sessions, IReadOnlyList<PersonalRecord> Bests) Mark(
        IReadOnlyList<Session> sessions, IReadOnlyList<PersonalRecord> bests, List<Session> changed)
    {
        var marked = new List<Session>(sessions.Count);
        foreach (var session in sessions)
        {
            (var now, bests) = Records.Marked(bests, session);
            marked.Add(now);
            if (!ReferenceEquals(now, session))
            {
                changed.Add(now);
            }
        }

        return (marked, bests);
    }

    // What a workout shows is what its session holds, in history and where it is the latest.
    private async Task Show(Guid accountId, string exerciseId, List<Session> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
        {
            return;
        }

        await completed.Prefetch(accountId, [.. changed.Select(session => session.WorkoutId)], cancellationToken);
        var latest = await projections.Load<Workout>(accountId, ProjectionKeys.CurrentWorkout, cancellationToken);
        foreach (var session in changed)
        {
            var workout = await completed.Find(accountId, session.WorkoutId, cancellationToken)
                ?? throw new InvalidOperationException("A session stands in history without its workout.");
            completed.Store(accountId, Records.WithMarksOf(workout, exerciseId, session));
            if (latest?.Id == session.WorkoutId)
            {
                projections.Store(accountId, ProjectionKeys.CurrentWorkout, Records.WithMarksOf(latest, exerciseId, session));
                latest = await projections.Load<Workout>(accountId, ProjectionKeys.CurrentWorkout, cancellationToken);
            }
        }
    }
}
