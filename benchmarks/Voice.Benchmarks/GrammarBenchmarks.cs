using BenchmarkDotNet.Attributes;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Voice.Benchmarks;

/// <summary>One sentence read, against a library of a thousand exercises: the library's own and an account's that is fond of inventing more.</summary>
[MemoryDiagnoser]
public class GrammarBenchmarks
{
    private const int Exercises = 1000;
    private static readonly string[] Prefixes = ["paused", "tempo", "banded", "deficit", "single-arm", "offset", "cluster", "eccentric", "isometric"];
    private static readonly VoiceContext Context = Bench();

    /// <summary>Plain sets first, then what takes more thought, a misheard name, and talk that is not for us.</summary>
    [Params(
        "80 for 8", "bench press 100 for 8", "eighty two and a half for six", "8 reps at 80 kilos RPE 8", "same again", "make that 9 reps", "rest ninety seconds", "what's next",
        "squat 100 for 5, RPE 8, then rest two minutes", "hip trust 140 for 8", "thank you for watching")]
    public string Said { get; set; } = string.Empty;

    /// <summary>Reads it.</summary>
    [Benchmark]
    public VoiceReading Read() => VoiceGrammar.Interpret(Said, [], Context);

    private static VoiceContext Bench()
    {
        var own = Prefixes.SelectMany(p => ExerciseLibrary.All.Select(e => e with { Id = $"{p}-{e.Id}", Name = $"{p} {e.Name}", Aliases = [] }));
        VoiceSet[] sets = [new(new Load(80, WeightUnit.Kg), 10), new(new Load(80, WeightUnit.Kg), 9)];
        return new VoiceContext(new ExerciseIndex(ExerciseLibrary.All.Concat(own).Take(Exercises)))
        {
            Workout = new VoiceWorkout([new VoiceEntry("bench-press", sets)]),
            FocusExerciseId = "bench-press",
        };
    }
}
