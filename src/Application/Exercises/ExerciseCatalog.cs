using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>What an account adds to the library.</summary>
/// <param name="Own">One's own exercises, archived ones left out.</param>
public sealed record ExerciseShelf(PreferenceList Preferences, IReadOnlyList<Exercise> Own)
{
    /// <summary>Library and own exercises as the account does them.</summary>
    public IReadOnlyList<Exercise> All() =>
        [.. ExerciseLibrary.All.Concat(Own).Select(exercise => Preferences.Of(exercise.Id).Applied(exercise))];
}

/// <summary>The library and one's own exercises under one roof.</summary>
public sealed class ExerciseCatalog(IExerciseStore own, IProjections projections, CommandScope scope)
{
    /// <summary>The exercise as the account does it, or the one it was merged into; not found: somebody else's own exercises are not there.</summary>
    public async Task<Result<Exercise>> Find(string id, CancellationToken cancellationToken)
    {
        var exercise = ExerciseLibrary.Find(id) ?? await own.Find(scope.AccountId, id, cancellationToken);
        if (exercise is null)
        {
            return new NotFoundError("exercise");
        }

        var into = ExerciseLibrary.Find(id) is null ? await own.MergedInto(scope.AccountId, id, cancellationToken) : null;
        return into is null ? (await Preferences(cancellationToken)).Of(exercise.Id).Applied(exercise) : await Find(into, cancellationToken);
    }

    /// <summary>How the account does its exercises: step, bar, rest, unit, and what differs from the library.</summary>
    public async Task<PreferenceList> Preferences(CancellationToken cancellationToken) =>
        await projections.Load<PreferenceList>(scope.AccountId, ProjectionKeys.ExercisePreferences, cancellationToken) ?? PreferenceList.Empty;

    /// <summary>Several exercises in their order, archived ones too, or not found; one's own are read together.</summary>
    public async Task<Result<IReadOnlyList<Exercise>>> FindAll(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var offered = ids.All(id => ExerciseLibrary.Find(id) is not null)
            ? []
            : (await own.Own(scope.AccountId, cancellationToken)).ToDictionary(exercise => exercise.Id);
        var preferences = await Preferences(cancellationToken);
        var found = new List<Exercise>(ids.Count);
        foreach (var id in ids)
        {
            if (offered.GetValueOrDefault(id) is { } exercise)
            {
                found.Add(preferences.Of(id).Applied(exercise));
                continue;
            }

            var other = await Find(id, cancellationToken);
            if (!other.IsOk)
            {
                return other.Error;
            }

            found.Add(other.Value);
        }

        return found;
    }

    /// <summary>Everything this account can log.</summary>
    public async Task<IReadOnlyList<Exercise>> All(CancellationToken cancellationToken) => (await Shelf(cancellationToken)).All();

    /// <summary>What the account adds to the library.</summary>
    public async Task<ExerciseShelf> Shelf(CancellationToken cancellationToken) =>
        new(await Preferences(cancellationToken), await own.Own(scope.AccountId, cancellationToken));
}
