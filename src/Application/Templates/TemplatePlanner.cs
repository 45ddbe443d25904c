using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Templates;

/// <summary>Makes a template into what a workout begins with: exercises resolved, loads raised where the last session earned it.</summary>
/// <remarks>Transient: a unit of work that runs again asks for another, and looks at nothing that the first try read.</remarks>
internal sealed class TemplatePlanner(ExerciseCatalog catalog, IProjections projections, ICompletedWorkouts completed, CommandScope scope)
{
    private readonly Dictionary<Guid, Workout?> _past = [];

    /// <summary>The exercises to begin with.</summary>
    /// <param name="entryIds">Ids the client made, in order; where they end the server makes them.</param>
    public async Task<Result<IReadOnlyList<PlannedEntry>>> Plan(Template template, IReadOnlyList<Guid> entryIds, CancellationToken cancellationToken)
    {
        var exercises = await catalog.FindAll([.. template.Exercises.Select(planned => planned.ExerciseId)], cancellationToken);
        if (!exercises.IsOk)
        {
            return exercises.Error;
        }

        await Prefetch(exercises.Value, cancellationToken);
        var preferences = await catalog.Preferences(cancellationToken);
        var plan = new List<PlannedEntry>(template.Exercises.Count);
        for (var i = 0; i < template.Exercises.Count; i++)
        {
            var planned = template.Exercises[i];
            var exerciseId = exercises.Value[i].Id;
            var nth = plan.Count(entry => entry.Exercise.Id == exerciseId);
            var last = await Last(template, exerciseId, nth, cancellationToken);
            var (target, suggestion) = Progression.Today(planned, last, new LoadStep(preferences.Of(exerciseId).BarLoad, preferences.Of(exerciseId).Step));
            var noted = planned.Note is { } note ? (target ?? SetTarget.Open) with { Note = note } : target;
            plan.Add(new PlannedEntry(
                i < entryIds.Count ? entryIds[i] : Guid.CreateVersion7(), exercises.Value[i], planned.SupersetId, noted, suggestion));
        }

        return plan;
    }

    // Both are needed for each exercise, here and when the workout is folded: one round trip for all.
    private Task Prefetch(IReadOnlyList<Exercise> exercises, CancellationToken cancellationToken) => projections.Prefetch(
        scope.AccountId,
        [.. exercises.SelectMany(exercise => new[] { ProjectionKeys.ExerciseHistory(exercise.Id), ProjectionKeys.PersonalRecords(exercise.Id) })],
        cancellationToken);

    private async Task<LastTime?> Last(Template template, string exerciseId, int nth, CancellationToken cancellationToken)
    {
        var history = await projections.Load<ExerciseHistory>(scope.AccountId, ProjectionKeys.ExerciseHistory(exerciseId), cancellationToken);
        if (history?.Last(template.Id, Guid.Empty) is not { } session)
        {
            return null;
        }

        if (session.TemplateId != template.Id || await Past(session.WorkoutId, cancellationToken) is not { } workout)
        {
            return new LastTime(session.Lifted(), null);
        }

        // The same exercise may stand twice in a template: each looks at its own turn.
        return workout.Exercises.Where(entry => entry.ExerciseId == exerciseId).Take(nth + 1).LastOrDefault() is { } entry
            ? new LastTime([.. entry.Sets.Select(set => set.Values)], entry.Suggestion)
            : new LastTime(session.Lifted(), null);
    }

    private async Task<Workout?> Past(Guid workoutId, CancellationToken cancellationToken)
    {
        if (!_past.TryGetValue(workoutId, out var workout))
        {
            _past[workoutId] = workout = await completed.Find(scope.AccountId, workoutId, cancellationToken);
        }

        return workout;
    }
}
