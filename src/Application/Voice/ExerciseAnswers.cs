using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Voice.Spoken;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>What was done with one exercise, last time and at best.</summary>
internal sealed class ExerciseAnswers(IProjections projections, RecordsReader reader, CommandScope scope)
{
    private static readonly Reply Which = new("Which exercise?", "Which exercise?");

    /// <summary>The last session's sets and date, and today's beside them.</summary>
    public async Task<Reply> Last(string? named, Asked asked, CancellationToken cancellationToken)
    {
        if (asked.Exercise(named) is not { } exerciseId)
        {
            return Which;
        }

        var (name, today) = (asked.Name(exerciseId), Today(asked, exerciseId));
        var history = await History(exerciseId, cancellationToken);
        if (history?.Sessions.FirstOrDefault(session => session.WorkoutId != asked.Workout?.Id) is not { } last)
        {
            return new($"No earlier {name} yet.{Told(" Today: ", today, Read)}", $"No earlier {name} yet.{Told(" Today: ", today, Hear)}");
        }

        var on = asked.Calendar.On(last.StartedAt);
        return new(
            $"{name} {on}: {Sets(Values(last), Read)}.{Told(" Today: ", today, Read)}",
            $"{name} {on}: {Sets(Values(last), Hear)}.{Told(" Today: ", today, Hear)}");
    }

    /// <summary>The heaviest set and its date; the heaviest for so many reps or more when reps are asked for.</summary>
    public async Task<Reply> Record(string? named, int? reps, Asked asked, CancellationToken cancellationToken)
    {
        if (asked.Exercise(named) is not { } exerciseId)
        {
            return Which;
        }

        var name = asked.Name(exerciseId);
        var best = reps is { } least ? await ForReps(exerciseId, least, asked, cancellationToken) : await Best(exerciseId, cancellationToken);
        if (best is not var (set, at))
        {
            return new($"No record for {name} yet.", $"No record for {name} yet.");
        }

        var on = asked.Calendar.On(at);
        return new($"Your best {name} is {Read(set)}, {on}.", $"Your best {name} is {Hear(set)}, {on}.");
    }

    private async Task<(SetValues Set, DateTimeOffset At)?> Best(string exerciseId, CancellationToken cancellationToken)
    {
        var records = await reader.Now(exerciseId, cancellationToken);
        RecordKind[] telling = [RecordKind.MaxLoad, RecordKind.LongestDistance, RecordKind.LongestDuration, RecordKind.MaxReps];
        return telling.Select(kind => records.FirstOrDefault(record => record.Kind == kind && record.Set is not null)).OfType<PersonalRecord>()
            .Select(record => ((SetValues, DateTimeOffset)?)(record.Set!, record.AchievedAt)).FirstOrDefault();
    }

    private async Task<(SetValues Set, DateTimeOffset At)?> ForReps(string exerciseId, int least, Asked asked, CancellationToken cancellationToken)
    {
        var sessions = (await History(exerciseId, cancellationToken))?.Sessions ?? [];
        return Today(asked, exerciseId).Select(set => (Set: set, At: asked.Workout!.StartedAt))
            .Concat(sessions.SelectMany(session => Values(session).Select(set => (Set: set, At: session.StartedAt))))
            .Where(done => done.Set.Reps?.Value >= least && done.Set.Load is not null)
            .OrderByDescending(done => done.Set.Load!.Kilograms).ThenBy(done => done.At)
            .Select(done => ((SetValues, DateTimeOffset)?)done).FirstOrDefault();
    }

    private Task<ExerciseHistory?> History(string exerciseId, CancellationToken cancellationToken) =>
        projections.Load<ExerciseHistory>(scope.AccountId, ProjectionKeys.ExerciseHistory(exerciseId), cancellationToken);

    private static IReadOnlyList<SetValues> Today(Asked asked, string exerciseId) =>
        [.. asked.Workout?.Exercises.Where(entry => entry.ExerciseId == exerciseId).SelectMany(entry => entry.Sets).Select(set => set.Values) ?? []];

    private static IReadOnlyList<SetValues> Values(Session session) => [.. session.Sets.Select(set => set.Values)];

    private static string Told(string lead, IReadOnlyList<SetValues> sets, Func<SetValues, string> say) => sets.Count == 0 ? "" : lead + Sets(sets, say) + ".";

    private static string Sets(IReadOnlyList<SetValues> sets, Func<SetValues, string> say) => string.Join(", ", sets.Select(say));

    private static string Read(SetValues set) => Amounts.Read(set.Load, set.Reps?.Value, set.DurationSeconds?.Seconds, set.Distance);

    private static string Hear(SetValues set) => Amounts.Hear(set.Load, set.Reps?.Value, set.DurationSeconds?.Seconds, set.Distance);
}
