using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>What is sent as it was stored, where somebody wrote who does not know that it is.</summary>
internal sealed class ServedReadsTests(Provider provider) : DatabaseTest(provider)
{
    private ProjectionMaintenance Maintenance => House.Get<ProjectionMaintenance>();

    [SetUp]
    public async Task Train()
    {
        await new Coach(House, Account).Many(0);
        await Send(new StartWorkout(null, "Press \"day\"}, größer", null, null));
        await Send(new LogSet(null, "squat", new Load(100, WeightUnit.Kg), new Reps(5), null, null, null, null, null, "\"workout\":{\"id\":1},\"durationSeconds\":9", null, null));
    }

    [Test]
    public async Task What_an_earlier_release_left_without_it_is_made_when_it_is_asked_for_and_stored_by_a_rebuild()
    {
        var stored = await ServedAsMade.Stored(House, Account);
        stored.ShouldBeGreaterThan(40);
        await Execute("UPDATE workouts SET served = NULL");
        await Execute("UPDATE session_chunks SET served = NULL");
        await Execute("UPDATE projections SET served = NULL");
        await Execute("UPDATE streams SET shown_at = NULL");
        await ServedAsMade.Everything(House, Account);
        (await ServedAsMade.Stored(House, Account)).ShouldBe(0);
        (await Maintenance.Verify(CancellationToken.None)).Differences.ShouldBeEmpty();
        await Maintenance.Rebuild(CancellationToken.None);
        (await ServedAsMade.Stored(House, Account)).ShouldBe(stored - 1, "the running workout is shown by the next command's answer");
        await ServedAsMade.Everything(House, Account);
    }

    [Test]
    public async Task What_an_earlier_release_changes_without_it_is_not_sent_as_it_was()
    {
        var stored = await ServedAsMade.Stored(House, Account);
        // As the statements of the release before have it: what they don't know they leave alone.
        (await Execute($"UPDATE workouts SET data = {Renamed("data", "Recorded", "name")}")).ShouldBe(40);
        (await Execute($"UPDATE projections SET data = {Renamed("data", "Older", "name")}, updated_at = updated_at WHERE key = 'current_workout'")).ShouldBe(1);
        await Execute("UPDATE streams SET head = head + 1");
        await ServedAsMade.Everything(House, Account);
        (await ServedAsMade.Current(House, Account))!.ShouldContain("\"Older\"");
        (await ServedAsMade.Stored(House, Account)).ShouldBe(stored - 41);

        (await Send(new RecordWorkout(
            null, "Now", new(2025, 1, 1, 10, 0, 0, TimeSpan.Zero), new(2025, 1, 1, 11, 0, 0, TimeSpan.Zero), null,
            [new(null, "squat", null, null, [new(null, new Load(500, WeightUnit.Kg), new Reps(5), null, null, null, null, null, null, null)])]))).IsOk.ShouldBeTrue();
        await ServedAsMade.Everything(House, Account);
    }

    [TestCase("UPDATE workouts SET served = substr(served, 1, 10)", "workouts")]
    [TestCase("UPDATE session_chunks SET served = substr(served, 1, 10)", "session_chunks squat")]
    [TestCase("UPDATE projections SET served = substr(served, 1, 10) WHERE key = 'exercise_history:squat'", "projections exercise_history:squat")]
    public async Task Damage_is_found_and_mended(string damage, string found)
    {
        (await Maintenance.Verify(CancellationToken.None)).Differences.ShouldBeEmpty();
        await Execute(damage);
        (await Maintenance.Verify(CancellationToken.None)).Differences.ShouldContain(difference => difference.Contains(found, StringComparison.Ordinal));
        await Maintenance.Rebuild(CancellationToken.None);
        (await Maintenance.Verify(CancellationToken.None)).Differences.ShouldBeEmpty();
        await ServedAsMade.Everything(House, Account);
    }

    [Test]
    public async Task A_page_begins_where_the_one_before_ended_whether_that_was_in_the_document_or_in_a_chunk()
    {
        await new Coach(House, Account).Many(1);
        var whole = await Ids(null, 100);
        whole.Ids.Count.ShouldBe(80);
        foreach (var limit in new[] { 1, 7, 31, 80 })
        {
            var seen = new List<Guid>();
            string? cursor = null;
            do
            {
                (var ids, cursor) = await Ids(cursor, limit);
                ids.Count.ShouldBeLessThanOrEqualTo(limit);
                seen.AddRange(ids);
            }
            while (cursor is not null);

            seen.ShouldBe(whole.Ids);
        }
    }

    private async Task<(List<Guid> Ids, string? Next)> Ids(string? cursor, int limit)
    {
        var page = (await Send(new ListExerciseSessions("squat", cursor, limit))).Value!;
        return ([.. page.Items.Select(item => item.Id)], page.NextCursor);
    }

    private string Renamed(string column, string name, string member) => Provider == Provider.Sqlite
        ? $"json_set({column}, '$.{member}', '{name}')"
        : $"jsonb_set({column}, '{{{{{member}}}}}', '\"{name}\"')";

    private Task<int> Execute(string sql) => House.In(services => services.GetRequiredService<TitanDbContext>().Database.ExecuteSqlRawAsync(sql));

    private Task<Result<T>> Send<T>(IRequest<Result<T>> request) => House.In(services =>
    {
        services.GetRequiredService<CommandScope>().AccountId = Account;
        return services.GetRequiredService<IMediator>().Send(request);
    });
}
