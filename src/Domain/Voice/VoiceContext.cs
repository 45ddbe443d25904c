using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice;

/// <summary>The situation a sentence is said in. Immutable; the index is the expensive part and is meant to be cached.</summary>
public sealed record VoiceContext(ExerciseIndex Exercises)
{
    /// <summary>The account's unit.</summary>
    public WeightUnit Unit { get; init; } = WeightUnit.Kg;

    /// <summary>The account's bar; when absent 20 kg, or 45 lb on a pound account.</summary>
    public Load? DefaultBar { get; init; }

    /// <summary>Bars by exercise id, where the account set one.</summary>
    public IReadOnlyDictionary<string, Load> Bars { get; init; } = new Dictionary<string, Load>();

    /// <summary>Plates at hand in the account's unit, one of each kind; null is a usual gym's.</summary>
    public IReadOnlyList<decimal>? Plates { get; init; }

    /// <summary>The current workout, or null when none is running.</summary>
    public VoiceWorkout? Workout { get; init; }

    /// <summary>The exercise logged or added last.</summary>
    public string? FocusExerciseId { get; init; }

    /// <summary>The account's templates.</summary>
    public IReadOnlyList<VoiceTemplate> Templates { get; init; } = [];

    /// <summary>The sets of the last session by exercise id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<VoiceSet>> LastSessions { get; init; } =
        new Dictionary<string, IReadOnlyList<VoiceSet>>();

    /// <summary>The best load in kilograms by exercise id, earlier workouts only or with today's.</summary>
    public IReadOnlyDictionary<string, decimal> BestKilograms { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The options of the question that is open; empty when none is.</summary>
    public IReadOnlyList<VoiceOption> OpenOptions { get; init; } = [];

    /// <summary>The sentence the open question was asked about; an answer that is only a name or a number completes it.</summary>
    public string? OpenTranscript { get; init; }

    /// <summary>The names in the sentence being read.</summary>
    internal NameTable? Names { get; init; }

    /// <summary>Where the sentence has just bound a superset or left out what was in focus: the exercises that a set without a name may be of. Null elsewhere.</summary>
    internal IReadOnlyList<string>? Between { get; init; }
}

/// <summary>The current workout in short.</summary>
/// <param name="Entries">Exercises in order.</param>
public sealed record VoiceWorkout(IReadOnlyList<VoiceEntry> Entries);

/// <summary>One exercise of the workout.</summary>
/// <param name="ExerciseId">Which.</param>
/// <param name="Sets">Its sets in order; the first is number 1.</param>
/// <param name="TargetSets">Planned sets, from a template.</param>
/// <param name="TargetReps">Planned reps, from a template.</param>
/// <param name="TargetLoad">Planned load, from a template.</param>
/// <param name="InFocus">Whether it is the one touched last; matters where the same exercise stands in the workout twice.</param>
public sealed record VoiceEntry(
    string ExerciseId,
    IReadOnlyList<VoiceSet> Sets,
    int? TargetSets = null,
    int? TargetReps = null,
    Load? TargetLoad = null,
    bool InFocus = false);

/// <summary>One set that was done.</summary>
public sealed record VoiceSet(
    Load? Load = null,
    int? Reps = null,
    decimal? Rpe = null,
    SetKind Kind = SetKind.Working,
    Side? Side = null,
    int? DurationSeconds = null,
    Distance? Distance = null);

/// <summary>A template in short.</summary>
public sealed record VoiceTemplate(string Id, string Name, IReadOnlyList<string> ExerciseIds);
