using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exchange;

/// <summary>Takes the workouts of a file that was understood into the account, all or none.</summary>
internal sealed record RecordImport(
    ForeignFile File,
    string TimeZone,
    WeightUnit AccountUnit,
    WeightUnit? WeightUnit,
    DistanceUnit? DistanceUnit,
    bool Undust,
    IReadOnlyDictionary<string, string> Mapping) : ICommand<ImportReport>;

internal sealed class RecordImportHandler(ImportPreparation preparation, WorkoutIntake intake) : IRequestHandler<RecordImport, Result<ImportReport>>
{
    public async Task<Result<ImportReport>> Handle(RecordImport command, CancellationToken cancellationToken)
    {
        var plan = await preparation.Plan(command, cancellationToken);
        if (!plan.IsOk)
        {
            return plan.Error;
        }

        var taken = await intake.TakeIn(preparation.Arrivals(plan.Value), cancellationToken);
        return taken.IsOk
            ? ImportReport.Of(plan.Value, taken.Value.Check, taken.Value.Import?.Id, dryRun: false, command.TimeZone)
            : taken.Error;
    }
}
