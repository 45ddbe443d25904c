using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Application.Exercises;

/// <summary>An account's preferences by exercise id, in one document: a few for the exercises it has changed, nothing for all others.</summary>
public sealed record PreferenceList(IReadOnlyDictionary<string, ExercisePreferences> ByExercise)
{
    /// <summary>None yet.</summary>
    public static PreferenceList Empty { get; } = new(new Dictionary<string, ExercisePreferences>());

    /// <summary>The preferences on one exercise.</summary>
    public ExercisePreferences Of(string exerciseId) => ByExercise.GetValueOrDefault(exerciseId, ExercisePreferences.None);

    /// <summary>The list with one exercise's preferences replaced; in the order of ids, so that the same facts give the same document.</summary>
    public PreferenceList With(string exerciseId, ExercisePreferences preferences)
    {
        var all = new SortedDictionary<string, ExercisePreferences>(ByExercise.ToDictionary(), StringComparer.Ordinal) { [exerciseId] = preferences };
        if (preferences == ExercisePreferences.None)
        {
            all.Remove(exerciseId);
        }

        return new PreferenceList(all);
    }
}

/// <summary>Folds changes of preferences into their document.</summary>
public sealed class ExercisePreferencesProjector(IProjections projections) : IProjector
{
    Task IProjector.Apply(RecordedEvent recorded, CancellationToken cancellationToken) =>
        recorded.Event is ExercisePreferencesChanged ? Apply(recorded, cancellationToken) : Task.CompletedTask;

    /// <summary>Applies one event.</summary>
    public async Task Apply(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var changed = (ExercisePreferencesChanged)recorded.Event!;
        var before = await projections.Load<PreferenceList>(recorded.AccountId, ProjectionKeys.ExercisePreferences, cancellationToken);
        projections.Store(
            recorded.AccountId, ProjectionKeys.ExercisePreferences,
            (before ?? PreferenceList.Empty).With(changed.ExerciseId, changed.Preferences));
    }
}
