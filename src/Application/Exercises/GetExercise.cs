using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>One exercise of the library or one's own, archived or not.</summary>
public sealed record GetExercise(string ExerciseId) : IQuery<ExerciseView>;

internal sealed class GetExerciseHandler(ExerciseCatalog catalog, IExerciseStore own, CommandScope scope)
    : IRequestHandler<GetExercise, Result<ExerciseView>>
{
    public async Task<Result<ExerciseView>> Handle(GetExercise query, CancellationToken cancellationToken)
    {
        var exercise = await catalog.Find(query.ExerciseId, cancellationToken);
        if (!exercise.IsOk)
        {
            return exercise.Error;
        }

        var id = exercise.Value.Id;
        var archived = ExerciseLibrary.Find(id) is null
            && (await own.Archived(scope.AccountId, cancellationToken)).Any(other => other.Id == id);
        return ExerciseView.Of(exercise.Value, (await catalog.Preferences(cancellationToken)).Of(id), archived);
    }
}
