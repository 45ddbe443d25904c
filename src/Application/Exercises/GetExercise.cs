using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>One exercise of the library or one's own.</summary>
public sealed record GetExercise(string ExerciseId) : IQuery<Exercise>;

internal sealed class GetExerciseHandler(ExerciseCatalog catalog) : IRequestHandler<GetExercise, Result<Exercise>>
{
    public Task<Result<Exercise>> Handle(GetExercise query, CancellationToken cancellationToken) =>
        catalog.Find(query.ExerciseId, cancellationToken);
}
