using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Application.Tests;

/// <summary>Makes a log long without training for years: what is there is stored again, under ids of its own.</summary>
internal static class LongLog
{
    public static Task<int> Grow(House house, Guid account, int events, int workouts) => house.In(services =>
    {
        var db = services.GetRequiredService<TitanDbContext>();
        return Grow(db, account, events, workouts);
    });

    private static async Task<int> Grow(TitanDbContext db, Guid account, int events, int workouts)
    {
        var log = await db.Events.AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.Sequence).ToListAsync();
        db.Events.AddRange(Enumerable.Range(log.Count, events - log.Count).Select(i => Again(log[i % log.Count], i + 1)));
        var past = await db.Workouts.AsNoTracking().Where(row => row.AccountId == account).ToListAsync();
        db.Workouts.AddRange(Enumerable.Range(past.Count, workouts - past.Count).Select(i => Again(past[i % past.Count])));
        return await db.SaveChangesAsync();
    }

    private static EventRow Again(EventRow row, long sequence) => new()
    {
        EventId = Guid.CreateVersion7(),
        AccountId = row.AccountId,
        CommandId = Guid.CreateVersion7(),
        Sequence = sequence,
        Timestamp = row.Timestamp,
        EventType = row.EventType,
        Payload = row.Payload,
        SchemaVersion = row.SchemaVersion,
        RecordedAt = row.RecordedAt,
    };

    private static WorkoutRow Again(WorkoutRow row)
    {
        var id = Guid.CreateVersion7();
        return new WorkoutRow
        {
            AccountId = row.AccountId,
            Id = id,
            StartedAt = row.StartedAt,
            CompletedAt = row.CompletedAt,
            Data = row.Data.Replace(row.Id.ToString(), id.ToString(), StringComparison.Ordinal),
        };
    }
}
