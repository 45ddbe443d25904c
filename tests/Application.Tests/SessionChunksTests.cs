using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>What a replay keeps of chunks from one write to the next.</summary>
internal sealed class SessionChunksTests(Provider provider) : DatabaseTest(provider)
{
    private const string Squat = "squat";

    [TestCase(20, ExpectedResult = 0)]
    [TestCase(1001, ExpectedResult = 1)]
    public Task<int> Their_lists_are_kept_unless_they_are_many_and_never_what_they_hold(int many) => House.In(async services =>
    {
        var (chunks, rows) = (services.GetRequiredService<SessionChunks>(), services.GetRequiredService<NewRows>());
        await using var transaction = await services.GetRequiredService<TitanDbContext>().Database.BeginTransactionAsync();
        (await chunks.List(Account, Squat, CancellationToken.None)).ShouldBeEmpty();
        for (var number = 0; number < many; number++)
        {
            chunks.Store(Account, Squat, number, [Day(number)]);
        }

        rows.Gathers = true;
        await chunks.Flush(CancellationToken.None);
        await rows.Write(CancellationToken.None);
        chunks.Settle();

        House.Trips.Clear();
        (await chunks.List(Account, Squat, CancellationToken.None)).Select(chunk => chunk.From).ShouldBe(Enumerable.Range(0, many).Select(day => Day(day).Key()));
        var asked = House.Trips.Sent.Count;
        (await chunks.Sessions(Account, Squat, 7, CancellationToken.None)).ShouldHaveSingleItem().Key().ShouldBe(Day(7).Key());
        House.Trips.Sent.Count.ShouldBe(asked + 1);
        return asked;
    });

    private static Session Day(int number) =>
        new(new Guid(number, 0, 0, new byte[8]), DateTimeOffset.UnixEpoch.AddDays(number), null, Measure.LoadReps, []);
}
