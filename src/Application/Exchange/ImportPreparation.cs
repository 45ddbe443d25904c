using System.Text.Json;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Domain.Exchange.Planning;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exchange;

/// <summary>Plans an import against the account's exercises; a dry run and the import itself share it.</summary>
internal sealed class ImportPreparation(ExerciseCatalog catalog, CommandScope scope, TimeProvider clock)
{
    /// <summary>The plan, or which mapped exercise is not there.</summary>
    public async Task<Result<ImportPlan>> Plan(RecordImport import, CancellationToken cancellationToken)
    {
        var known = await catalog.All(cancellationToken);
        var ids = known.Select(exercise => exercise.Id).ToHashSet(StringComparer.Ordinal);
        return import.Mapping.FirstOrDefault(mapped => !ids.Contains(mapped.Value)) is { Key: { } name }
            ? ValidationError.Of("mapping", $"“{name}” is mapped to an exercise that isn't there.")
            : ImportPlanner.Plan(import.File, known, new ImportOptions(
                scope.CommandId, import.AccountUnit, import.WeightUnit, import.DistanceUnit, import.Undust, import.Mapping, clock.GetUtcNow()));
    }

    /// <summary>The plan's workouts on their way in, under the id of the command.</summary>
    public Arrivals Arrivals(ImportPlan plan) => new(
        scope.CommandId, JsonNamingPolicy.CamelCase.ConvertName(plan.Dialect.ToString()), plan.Header, plan.Workouts, plan.NewExercises, plan.LeftOut,
        Belongings.None);
}
