using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>What of an account changes seldom and bears on every sentence.</summary>
internal sealed record Situation(
    AccountSettings Settings, ExerciseIndex Exercises, IReadOnlyList<VoiceTemplate> Templates, IReadOnlyDictionary<string, Load> Bars)
{
    /// <summary>The context of a sentence: this, and what is true at the moment.</summary>
    public VoiceContext Context(Workout? workout, OpenQuestion? question, IReadOnlyCollection<Past> past) => new(Exercises)
    {
        Unit = Settings.WeightUnit,
        DefaultBar = Settings.BarLoad,
        Bars = Bars,
        Plates = Settings.Plates,
        Templates = Templates,
        Workout = workout is null ? null : new VoiceWorkout([.. workout.Exercises.Select(entry => Entry(entry, workout.FocusEntryId))]),
        FocusExerciseId = workout is null ? null : WorkoutPlan.InFocus(workout)?.ExerciseId,
        LastSessions = Sessions(workout, past),
        BestKilograms = Bests(workout, past),
        OpenOptions = question?.Options ?? [],
        OpenTranscript = question?.Transcript,
    };

    // What is skipped has nothing left to do.
    private static VoiceEntry Entry(WorkoutExercise entry, Guid? focus) => new(
        entry.ExerciseId, [.. entry.Sets.Select(set => Set(set.Values))],
        entry.Skipped == true ? entry.Sets.Count : entry.Target?.Sets, entry.Target?.Reps?.Max, entry.Target?.Load, entry.Id == focus);

    private static VoiceSet Set(SetValues set) =>
        new(set.Load, set.Reps?.Value, set.Rpe?.Value, set.Kind, set.Side, set.DurationSeconds?.Seconds, set.Distance);

    private static Dictionary<string, IReadOnlyList<VoiceSet>> Sessions(Workout? workout, IReadOnlyCollection<Past> past)
    {
        var sessions = new Dictionary<string, IReadOnlyList<VoiceSet>>();
        foreach (var one in past.Where(one => one.History is { Sessions.Count: > 0 }))
        {
            sessions[one.ExerciseId] = [.. one.History!.Sessions[0].Sets.Select(set => Set(set.Values))];
        }

        foreach (var entry in workout?.Exercises ?? [])
        {
            sessions[entry.ExerciseId] = [.. entry.Previous.Select(Set)];
        }

        return sessions;
    }

    // Earlier workouts' best, today's sets on top.
    private static Dictionary<string, decimal> Bests(Workout? workout, IReadOnlyCollection<Past> past)
    {
        var bests = new Dictionary<string, decimal>();
        foreach (var one in past)
        {
            Keep(bests, one.ExerciseId, one.Records?.With(workout) ?? []);
        }

        foreach (var entry in workout?.Exercises ?? [])
        {
            Keep(bests, entry.ExerciseId, Records.After(entry.Bests, workout!, entry.ExerciseId));
        }

        return bests;
    }

    private static void Keep(Dictionary<string, decimal> bests, string exerciseId, IReadOnlyList<PersonalRecord> records)
    {
        if (records.FirstOrDefault(record => record.Kind == RecordKind.MaxLoad) is { Value: > 0 } best)
        {
            bests[exerciseId] = best.Value;
        }
    }
}

/// <summary>What was done before with one exercise.</summary>
internal sealed record Past(string ExerciseId, ExerciseHistory? History, ExerciseRecords? Records);
