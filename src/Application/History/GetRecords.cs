using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>The personal records of one exercise, the running workout included.</summary>
public sealed record GetRecords(string ExerciseId) : IQuery<RecordsView>;

/// <summary>Records of one exercise.</summary>
public sealed record RecordsView(string ExerciseId, IReadOnlyList<PersonalRecord> Items);

internal sealed class GetRecordsValidator : AbstractValidator<GetRecords>
{
    public GetRecordsValidator() => RuleFor(query => query.ExerciseId).NotNull().ExerciseId();
}

internal sealed class GetRecordsHandler(IProjections projections, CommandScope scope) : IRequestHandler<GetRecords, Result<RecordsView>>
{
    public async Task<Result<RecordsView>> Handle(GetRecords query, CancellationToken cancellationToken)
    {
        var key = ProjectionKeys.PersonalRecords(query.ExerciseId);
        var records = await projections.Load<ExerciseRecords>(scope.AccountId, key, cancellationToken);
        return new RecordsView(query.ExerciseId, records?.Records ?? []);
    }
}
