using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>Puts together the situation a sentence is said in, from this account's projections alone.</summary>
internal sealed class VoiceContextLoader(
    IAccountStore accounts, IExerciseStore own, OpenQuestions questions, CommandScope scope)
{
    // The library's index is the expensive part and the same for everybody without exercises of their own.
    private static readonly ExerciseIndex Library = new(ExerciseLibrary.All);

    public async Task<VoiceContext> Load(Workout? workout, CancellationToken cancellationToken)
    {
        var settings = (await accounts.Find(scope.AccountId, cancellationToken))?.Settings ?? new AccountSettings();
        var mine = await own.Own(scope.AccountId, cancellationToken);
        return new VoiceContext(mine.Count == 0 ? Library : new ExerciseIndex([.. ExerciseLibrary.All, .. mine]))
        {
            Unit = settings.WeightUnit,
            DefaultBar = settings.BarLoad,
            Workout = workout is null ? null : new VoiceWorkout([.. workout.Exercises.Select(Entry)]),
            FocusExerciseId = workout?.Exercises.FirstOrDefault(entry => entry.Id == workout.FocusEntryId)?.ExerciseId,
            LastSessions = Previous(workout),
            BestKilograms = Bests(workout),
            OpenOptions = await questions.Open(cancellationToken),
        };
    }

    private static VoiceEntry Entry(WorkoutExercise entry) => new(
        entry.ExerciseId, [.. entry.Sets.Select(set => Set(set.Values))], entry.Target?.Sets, entry.Target?.Reps?.Max, entry.Target?.Load);

    private static VoiceSet Set(SetValues set) =>
        new(set.Load, set.Reps?.Value, set.Rpe?.Value, set.Kind, set.Side, set.DurationSeconds?.Seconds, set.Distance);

    private static Dictionary<string, IReadOnlyList<VoiceSet>> Previous(Workout? workout)
    {
        var sessions = new Dictionary<string, IReadOnlyList<VoiceSet>>();
        foreach (var entry in workout?.Exercises ?? [])
        {
            sessions[entry.ExerciseId] = [.. entry.Previous.Select(Set)];
        }

        return sessions;
    }

    // Earlier workouts' best from the entry, today's sets on top.
    private static Dictionary<string, decimal> Bests(Workout? workout)
    {
        var bests = new Dictionary<string, decimal>();
        foreach (var entry in workout?.Exercises ?? [])
        {
            var records = Records.After(entry.Bests, workout!, entry.ExerciseId);
            if (records.FirstOrDefault(record => record.Kind == RecordKind.MaxLoad) is { Value: > 0 } best)
            {
                bests[entry.ExerciseId] = best.Value;
            }
        }

        return bests;
    }
}
