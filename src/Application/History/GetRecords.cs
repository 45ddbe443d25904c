using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>Personal records: of one exercise, the running workout included, or of all exercises in completed workouts.</summary>
/// <param name="ExerciseId">Left out, those of all exercises, by exercise.</param>
/// <param name="AsOf">As they stood at the end of a day (2026-11-01) in the account's time zone, or at a moment; left out, now.</param>
/// <param name="Limit">Of how many exercises at a time: 1 to 100, 20 when left out.</param>
public sealed record GetRecords(string? ExerciseId, string? AsOf, string? Cursor, int? Limit) : IQuery<RecordsView>;

/// <summary>Records, and where those of further exercises go on.</summary>
/// <param name="ExerciseId">The one that was asked for, or null.</param>
public sealed record RecordsView(string? ExerciseId, IReadOnlyList<RecordView> Items, string? NextCursor);

internal sealed class GetRecordsValidator : AbstractValidator<GetRecords>
{
    public GetRecordsValidator()
    {
        RuleFor(query => query.ExerciseId).ExerciseId();
        RuleFor(query => query.AsOf).Must(Day.IsReadable).WithMessage(Day.Rule);
        RuleFor(query => query.Cursor).ExerciseId().WithMessage("Take the cursor from nextCursor as it is.");
        RuleFor(query => query.Limit).Limit();
    }
}

internal sealed class GetRecordsHandler(RecordsReader records, IAccountStore accounts, CommandScope scope, TimeProvider clock)
    : IRequestHandler<GetRecords, Result<RecordsView>>
{
    public async Task<Result<RecordsView>> Handle(GetRecords query, CancellationToken cancellationToken)
    {
        var asOf = await AsOf(query.AsOf, cancellationToken);
        if (query.ExerciseId is { } exerciseId)
        {
            var bests = asOf is null
                ? await records.Now(exerciseId, cancellationToken)
                : await records.AsOf(exerciseId, asOf.Value, cancellationToken);
            return new RecordsView(exerciseId, [.. bests.Select(record => RecordView.Of(exerciseId, record))], null);
        }

        var page = await records.All(asOf, query.Cursor, query.Limit ?? 20, cancellationToken);
        return new RecordsView(
            null, [.. page.Items.SelectMany(of => of.Completed.Select(record => RecordView.Of(of.ExerciseId, record)))], page.NextCursor);
    }

    // What is still to come is in no record, so a moment ahead means now.
    private async Task<DateTimeOffset?> AsOf(string? text, CancellationToken cancellationToken)
    {
        if (Day.Parse(text) is not { } day)
        {
            return null;
        }

        var account = day.Date is null ? null : await accounts.Find(scope.AccountId, cancellationToken);
        var end = day.EndIn(Day.Zone(account?.Settings.TimeZone ?? "UTC"));
        return end >= clock.GetUtcNow() ? null : end;
    }
}
