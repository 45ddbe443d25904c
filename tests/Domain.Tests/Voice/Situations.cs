using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>The contexts the examples are said in.</summary>
internal static class Situations
{
    /// <summary>The exercises of the examples.</summary>
    public static readonly ExerciseIndex Index = new(ReadLibrary());

    /// <summary>The library as it ships: it has more names.</summary>
    public static readonly ExerciseIndex Library = new(ExerciseLibrary.All);

    public static readonly VoiceTemplate[] Templates =
    [
        new("<Push Day>", "Push Day", ["bench-press", "overhead-press", "triceps-pushdown"]),
        new("<Leg Day>", "Leg Day", ["squat", "leg-press", "lying-leg-curl"]),
    ];

    public static VoiceContext Of(string name) => Of(name, Index);

    public static VoiceContext Of(string name, ExerciseIndex exercises) => name switch
    {
        "none" => new(exercises),
        "empty" => new(exercises) { Workout = new([]) },
        "library" => new(Library) { Workout = new([]) },
        "bench" => Running(exercises, "bench-press", Sets("bench-press", Kg(80, 10), Kg(80, 9))),
        "bench-lb" => Running(exercises, "bench-press", Sets("bench-press", Lb(185, 8), Lb(185, 7))) with { Unit = WeightUnit.Lb },
        "squat" => Running(exercises, "squat", Sets("bench-press", Kg(80, 8)), Sets("squat", Kg(120, 5))) with
        {
            LastSessions = new Dictionary<string, IReadOnlyList<VoiceSet>>
            {
                ["squat"] = [Kg(115, 5), Kg(115, 5)],
                ["bench-press"] = [Kg(77.5m, 8)],
            },
            BestKilograms = new Dictionary<string, decimal> { ["squat"] = 120, ["bench-press"] = 80 },
        },
        // Twice the same exercise: the back-off sets in focus, or the first ones again.
        "twice" => Running(exercises, "bench-press", Sets("bench-press", Kg(100, 5), Kg(100, 3), Kg(100, 3)), Sets("squat", Kg(120, 5)), Sets("bench-press", Kg(80, 10)) with { InFocus = true }),
        "twice-back" => Running(exercises, "bench-press", Sets("bench-press", Kg(100, 5), Kg(100, 3), Kg(100, 3)) with { InFocus = true }, Sets("squat", Kg(120, 5)), Sets("bench-press", Kg(80, 10))),
        "twice-away" => Running(exercises, "squat", Sets("bench-press", Kg(100, 5), Kg(100, 3), Kg(100, 3)), Sets("squat", Kg(120, 5)) with { InFocus = true }, Sets("bench-press", Kg(80, 10))),
        "pullup" => Running(exercises, "pull-up", Sets("pull-up", new VoiceSet(null, 10))),
        "push" => new(exercises) { Templates = Templates },
        "push-active" => Running(exercises, "bench-press", Sets("bench-press", Kg(80, 8), Kg(80, 8), Kg(80, 8)),
            new VoiceEntry("overhead-press", [], 3, 8), new VoiceEntry("triceps-pushdown", [], 3, 12)) with
        { Templates = Templates },
        "plank" => Running(exercises, "plank", Sets("plank", new VoiceSet(DurationSeconds: 60))),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such context."),
    };

    private static VoiceContext Running(ExerciseIndex exercises, string focus, params VoiceEntry[] entries) => new(exercises) { Workout = new(entries), FocusExerciseId = focus };

    private static VoiceEntry Sets(string id, params VoiceSet[] sets) => new(id, sets);

    private static VoiceSet Kg(decimal load, int reps) => new(new Load(load, WeightUnit.Kg), reps);

    private static VoiceSet Lb(decimal load, int reps) => new(new Load(load, WeightUnit.Lb), reps);

    private static IEnumerable<Exercise> ReadLibrary()
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Voice", "exercises.csv")).Skip(1))
        {
            var cells = line.Split(',');
            yield return new Exercise(cells[0], cells[1], cells[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                cells[3], cells[4], [], Enum.Parse<Measure>(cells[5].Replace("-", "", StringComparison.Ordinal), true));
        }
    }
}
