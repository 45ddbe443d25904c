using BenchmarkDotNet.Attributes;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Workouts;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Core.Benchmarks;

/// <summary>The documents that a set reads and writes.</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private readonly Workout _workout = Bench.Workout(5, 4);
    private readonly string _stored = StoredJson.Write(Bench.Workout(5, 4));

    /// <summary>The running workout from its row.</summary>
    [Benchmark]
    public Workout? Read() => StoredJson.Read<Workout>(_stored);

    /// <summary>The running workout for its row.</summary>
    [Benchmark]
    public string Write() => StoredJson.Write(_workout);

    /// <summary>The answer as it is kept under the command's id.</summary>
    [Benchmark]
    public string Answer() => StoredJson.Write(WorkoutView.Of(_workout, _workout.StartedAt.AddHours(1)));
}
