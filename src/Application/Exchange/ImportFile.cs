using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exchange.Dialects;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exchange;

/// <summary>Imports a CSV file of Strong, Hevy, FitNotes, StrongLifts or our own, or only says what that would do.</summary>
/// <param name="File">The file's bytes.</param>
/// <param name="DryRun">Only say what it would do.</param>
/// <param name="TimeZone">Where its wall clocks hung, an IANA name; the account's when left out.</param>
/// <param name="WeightUnit">The unit of weights that the file gives none for.</param>
/// <param name="DistanceUnit">The unit of distances that the file gives none for.</param>
/// <param name="Undust">Take converted weights as the even ones they were: 61.24 kg as 135 lb.</param>
/// <param name="Mapping">The file's names of exercises to ids of exercises here.</param>
public sealed record ImportFile(
    ReadOnlyMemory<byte> File,
    bool DryRun,
    string? TimeZone,
    WeightUnit? WeightUnit,
    DistanceUnit? DistanceUnit,
    bool Undust,
    IReadOnlyDictionary<string, string> Mapping) : IRequest<Result<ImportReport>>;

internal sealed class ImportFileValidator : AbstractValidator<ImportFile>
{
    private const int MostMapped = 1000;

    public ImportFileValidator()
    {
        RuleFor(request => request.TimeZone).TimeZone();
        RuleFor(request => request.Mapping).Must(mapping => mapping.Count <= MostMapped && mapping.Values.All(id => id is { Length: > 0 and <= 64 }))
            .WithMessage("A mapping goes from names in the file to exercise ids, 1000 at most.");
    }
}

/// <summary>Reads the file before any transaction opens; only what was understood goes into one.</summary>
internal sealed class ImportFileHandler(ICsvFiles csv, IAccountStore accounts, ImportPreparation preparation, WorkoutIntake intake, IMediator mediator, CommandScope scope)
    : IRequestHandler<ImportFile, Result<ImportReport>>
{
    public async Task<Result<ImportReport>> Handle(ImportFile request, CancellationToken cancellationToken)
    {
        if (await accounts.Find(scope.AccountId, cancellationToken) is not { } account)
        {
            return new AccountGone();
        }

        var sheet = csv.Read(request.File);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(request.TimeZone ?? account.Settings.TimeZone);
        var file = sheet.IsOk ? DialectRecognizer.Read(sheet.Value, zone) : sheet.Error;
        if (!file.IsOk)
        {
            return file.Error;
        }

        var import = new RecordImport(
            file.Value, zone.Id, account.Settings.WeightUnit, request.WeightUnit, request.DistanceUnit, request.Undust, request.Mapping);
        return request.DryRun ? await Preview(import, cancellationToken) : await mediator.Send(import, cancellationToken);
    }

    private async Task<Result<ImportReport>> Preview(RecordImport import, CancellationToken cancellationToken)
    {
        var plan = await preparation.Plan(import, cancellationToken);
        return plan.IsOk
            ? ImportReport.Of(plan.Value, await intake.Check(preparation.Arrivals(plan.Value), cancellationToken), null, dryRun: true, import.TimeZone)
            : plan.Error;
    }
}
