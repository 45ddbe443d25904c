using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>One account's projections in memory: what the fold of its events says they are.</summary>
internal sealed class ReplayStore : IProjections, ICompletedWorkouts, IExerciseStore
{
    private readonly Dictionary<string, object> _documents = [];
    private readonly Dictionary<Guid, Workout> _workouts = [];
    private readonly Dictionary<string, (Exercise Exercise, bool Archived)> _exercises = [];

    public IReadOnlyDictionary<string, string> Documents => _documents.ToDictionary(
        document => document.Key, document => StoredJson.Write(document.Value, document.Value.GetType()));

    public IReadOnlyCollection<Workout> Workouts => _workouts.Values;

    public IReadOnlyCollection<(Exercise Exercise, bool Archived)> Exercises => _exercises.Values;

    public Task Prefetch(Guid accountId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<T?> Load<T>(Guid accountId, string key, CancellationToken cancellationToken)
        where T : class => Task.FromResult(_documents.GetValueOrDefault(key) as T);

    public void Store<T>(Guid accountId, string key, T? document)
        where T : class
    {
        if (document is null)
        {
            _documents.Remove(key);
        }
        else
        {
            _documents[key] = document;
        }
    }

    public Task Prefetch(Guid accountId, IReadOnlyCollection<Guid> workoutIds, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<Workout?> ICompletedWorkouts.Find(Guid accountId, Guid workoutId, CancellationToken cancellationToken) =>
        Task.FromResult(_workouts.GetValueOrDefault(workoutId));

    public void Store(Guid accountId, Workout workout) => _workouts[workout.Id] = workout;

    public void Remove(Guid accountId, Guid workoutId) => _workouts.Remove(workoutId);

    public Task<IReadOnlyList<Workout>> Page(Guid accountId, HistoryFilter filter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Workout>>([.. _workouts.Values
            .Where(workout => filter.ExerciseId is null || workout.Exercises.Any(entry => entry.ExerciseId == filter.ExerciseId))]);

    public Task<IReadOnlyList<Exercise>> Own(Guid accountId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Exercise>>([.. _exercises.Values.Where(own => !own.Archived).Select(own => own.Exercise)]);

    public Task<IReadOnlyList<Exercise>> Archived(Guid accountId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Exercise>>([.. _exercises.Values.Where(own => own.Archived).Select(own => own.Exercise)]);

    Task<Exercise?> IExerciseStore.Find(Guid accountId, string exerciseId, CancellationToken cancellationToken) =>
        Task.FromResult(_exercises.TryGetValue(exerciseId, out var own) ? own.Exercise : null);

    public void Store(Guid accountId, Exercise exercise, bool archived) => _exercises[exercise.Id] = (exercise, archived);
}
