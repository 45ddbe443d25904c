using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>What was trained, by day, week or month in the account's time zone; running workouts don't count yet.</summary>
/// <param name="From">The first day (2026-11-01) or a moment in it; left out, everything before <paramref name="To"/>.</param>
/// <param name="To">The last day, or a moment in it; left out, today and whatever lies ahead.</param>
/// <param name="Bucket">day, week (from Monday) or month; week when left out.</param>
public sealed record GetStatistics(string? From, string? To, string? Bucket) : IStaleQuery<StatisticsView>;

/// <summary>Statistics; only buckets in which something was trained are listed.</summary>
/// <param name="StreakWeeks">Weeks in a row with a session up to now, whatever was asked for.</param>
public sealed record StatisticsView(
    DateOnly? From, DateOnly? To, StatisticsBucket Bucket, string TimeZone, int StreakWeeks, StatisticsSum Totals, IReadOnlyList<StatisticsPeriod> Items);

/// <summary>A bucket that begins on a day.</summary>
public sealed record StatisticsPeriod(
    DateOnly Start, int Sessions, long DurationSeconds, decimal VolumeKg, int Sets, IReadOnlyDictionary<string, decimal> SetsPerMuscle);

/// <summary>Sums over time.</summary>
/// <param name="Sets">Hard sets: every set that is no warm-up.</param>
/// <param name="SetsPerMuscle">Hard sets by muscle: a set counts whole for the primary muscle and half for each secondary one.</param>
public sealed record StatisticsSum(
    int Sessions, long DurationSeconds, decimal VolumeKg, int Sets, IReadOnlyDictionary<string, decimal> SetsPerMuscle);

internal sealed class GetStatisticsValidator : AbstractValidator<GetStatistics>
{
    public GetStatisticsValidator()
    {
        RuleFor(query => query.From).Must(Day.IsReadable).WithMessage(Day.Rule);
        RuleFor(query => query.To).Must(Day.IsReadable).WithMessage(Day.Rule);
        RuleFor(query => query.Bucket).Must(bucket => bucket is null or "day" or "week" or "month").WithMessage("A bucket is day, week or month.");
    }
}

internal sealed class GetStatisticsHandler(ITrainingSums sums, CommandScope scope, TimeProvider clock) : IRequestHandler<GetStatistics, Result<StatisticsView>>
{
    public async Task<Result<StatisticsView>> Handle(GetStatistics query, CancellationToken cancellationToken)
    {
        var (from, to) = (Day.Parse(query.From), Day.Parse(query.To));
        // The zone comes with the answer: a day more on either side holds every zone's days.
        var read = await sums.Read(
            scope.AccountId,
            from?.Earliest() ?? DateTimeOffset.UnixEpoch,
            to?.Latest() ?? new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero),
            cancellationToken);
        var zone = Day.Zone(read.Settings.TimeZone);
        var bucket = query.Bucket is { } name ? Enum.Parse<StatisticsBucket>(name, ignoreCase: true) : StatisticsBucket.Week;
        var (first, last) = (from?.In(zone), to?.In(zone));
        var muscles = new MuscleSets(read.Own);
        StatisticsPeriod[] items = [.. Statistics.Buckets(read.Slots, zone, bucket, first ?? DateOnly.MinValue, last ?? DateOnly.MaxValue)
            .Select(period => Period(period.Start, muscles.Of(period.Sum)))];
        var whole = Statistics.Buckets(read.Slots, zone, bucket, first ?? DateOnly.MinValue, last ?? DateOnly.MaxValue)
            .Aggregate(TrainingSum.Zero, (sum, period) => sum.Plus(period.Sum));
        return new StatisticsView(
            first, last, bucket, zone.Id, Statistics.StreakWeeks(read.Slots, zone, Statistics.DayOf(clock.GetUtcNow(), zone)), muscles.Of(whole), items);
    }

    private static StatisticsPeriod Period(DateOnly start, StatisticsSum sum) =>
        new(start, sum.Sessions, sum.DurationSeconds, sum.VolumeKg, sum.Sets, sum.SetsPerMuscle);
}
