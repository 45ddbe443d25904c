using BenchmarkDotNet.Attributes;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Core.Benchmarks;

/// <summary>Deciding on a set, and folding it into the workout.</summary>
[MemoryDiagnoser]
public class LogSetBenchmarks
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 11, 0, 0, TimeSpan.Zero);
    private static readonly Guid Command = Guid.CreateVersion7();
    private Workout _workout = Bench.Workout(5, 4);
    private SetLogged _logged = null!;

    /// <summary>Sets in each of its five exercises.</summary>
    [Params(4, 20)]
    public int Sets { get; set; }

    /// <summary>Makes the workout.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _workout = Bench.Workout(5, Sets);
        _logged = (SetLogged)Decide().Value![^1];
    }

    /// <summary>The decision.</summary>
    [Benchmark]
    public Result<IReadOnlyList<WorkoutEvent>> Decide() =>
        WorkoutDecider.LogSet(_workout, _workout.Exercises[2].ExerciseId, null, Guid.NewGuid(), Guid.NewGuid(), Bench.Values, At);

    /// <summary>The fold: the set in its place, every mark, and what would take it back.</summary>
    [Benchmark]
    public Workout Evolve() => WorkoutFold.Evolve(_workout, _logged, Command);
}
