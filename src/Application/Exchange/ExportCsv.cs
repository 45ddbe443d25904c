using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exchange.Sheets;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exchange;

/// <summary>The account's history as a CSV file.</summary>
/// <param name="Format">titan, which loses nothing, when left out; strong, with semicolons and a unit in each row; hevy, in the account's unit.</param>
/// <param name="TimeZone">Where the wall clocks of Strong and Hevy hang, an IANA name; the account's when left out.</param>
public sealed record ExportCsv(string? Format, string? TimeZone) : IQuery<ExportedFile>;

/// <summary>A file that writes itself as it is read.</summary>
public sealed record ExportedFile(string Name, Func<Stream, CancellationToken, Task> Write);

internal sealed class ExportCsvValidator : AbstractValidator<ExportCsv>
{
    public ExportCsvValidator()
    {
        RuleFor(query => query.Format).Must(format => format is null or "titan" or "strong" or "hevy").WithMessage("A format is titan, strong or hevy.");
        RuleFor(query => query.TimeZone).TimeZone();
    }
}

internal sealed class ExportCsvHandler(SheetWriter sheets, IAccountStore accounts, CommandScope scope) : IRequestHandler<ExportCsv, Result<ExportedFile>>
{
    public async Task<Result<ExportedFile>> Handle(ExportCsv query, CancellationToken cancellationToken)
    {
        if (await accounts.Find(scope.AccountId, cancellationToken) is not { } account)
        {
            return new AccountGone();
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(query.TimeZone ?? account.Settings.TimeZone);
        return query.Format switch
        {
            "strong" => new ExportedFile("strong.csv", (to, stop) => sheets.Write(new StrongSheet(zone), to, stop)),
            "hevy" => new ExportedFile("hevy.csv", (to, stop) => sheets.Write(new HevySheet(zone, account.Settings.WeightUnit), to, stop)),
            _ => new ExportedFile("titan-trakr.csv", sheets.WriteTitan),
        };
    }
}
