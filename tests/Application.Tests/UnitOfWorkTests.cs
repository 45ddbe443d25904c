using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

public sealed class UnitOfWorkTests(Provider provider) : DatabaseTest(provider)
{
    private sealed record Refused() : ConflictError("refused", "No.");

    [Test]
    public async Task Sixteen_writers_in_two_processes_leave_no_gap()
    {
        await using var other = new House(Database);
        var writers = Enumerable.Range(0, 16).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                (await Append(w % 2 == 0 ? House : other, Command())).IsOk.ShouldBeTrue();
            }
        }));
        await Task.WhenAll(writers);
        (await Log()).Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, 160).Select(i => (long)i));
    }

    [Test]
    public async Task Twelve_copies_of_one_command_at_once_are_applied_once_and_answered_alike()
    {
        await using var other = new House(Database);
        var id = Guid.CreateVersion7();
        var scopes = Enumerable.Range(0, 12).Select(_ => new CommandScope { AccountId = Account, CommandId = id, Fingerprint = "f" }).ToList();
        var answers = await Task.WhenAll(scopes.Select((s, i) => Task.Run(() => Append(i % 2 == 0 ? House : other, s))));
        answers.Select(a => a.Value).ShouldAllBe(a => a == "Push 1");
        scopes.Count(s => s.Replayed).ShouldBe(11);
        (await Log()).Count.ShouldBe(1);
    }

    [Test]
    public async Task Another_payload_under_a_used_id_is_refused()
    {
        var first = Command();
        await Append(House, first);
        var second = new CommandScope { AccountId = Account, CommandId = first.CommandId, Fingerprint = "other" };
        (await Append(House, second, "Pull")).Error.ShouldBe(new IdempotencyKeyReused());
        (await Log()).Count.ShouldBe(1);
    }

    [Test]
    public async Task The_same_command_id_of_two_accounts_is_two_commands()
    {
        var mine = Command();
        var theirs = new CommandScope { AccountId = await House.Guest(), CommandId = mine.CommandId, Fingerprint = "f" };
        await Append(House, mine);
        await Append(House, theirs);
        theirs.Replayed.ShouldBeFalse();
    }

    [Test]
    public async Task A_refusal_leaves_nothing_behind_and_may_be_tried_again()
    {
        var scope = Command();
        var refused = await House.In(s => s.GetRequiredService<IUnitOfWork>().Run<string>(scope, [], _ =>
        {
            s.GetRequiredService<IEventStore>().Append([Happened()], DateTimeOffset.UtcNow);
            s.GetRequiredService<IProjections>().Store(Account, "k", "text");
            return Task.FromResult<Result<string>>(new Refused());
        }, CancellationToken.None));
        refused.Error.ShouldBe(new Refused());
        (await Log()).ShouldBeEmpty();
        (await House.In(s => s.GetRequiredService<IProjections>().Load<string>(Account, "k", CancellationToken.None))).ShouldBeNull();
        (await Append(House, scope)).Value.ShouldBe("Push 1");
    }

    [Test]
    public async Task An_account_that_is_gone_writes_nothing()
    {
        var scope = new CommandScope { AccountId = Guid.NewGuid() };
        (await Append(House, scope)).Error.ShouldBe(new AccountGone());
    }

    [Test]
    public async Task A_unit_inside_a_unit_commits_with_it()
    {
        var answer = await House.In(s =>
        {
            var units = s.GetRequiredService<IUnitOfWork>();
            var events = s.GetRequiredService<IEventStore>();
            return units.Run<int>(Command(), [], async token =>
            {
                events.Append([Happened("outer")], DateTimeOffset.UtcNow);
                await units.Run<int>(Command(), [], _ =>
                {
                    events.Append([Happened("inner")], DateTimeOffset.UtcNow);
                    return Task.FromResult<Result<int>>(1);
                }, token);
                return events.Appended.Count;
            }, CancellationToken.None);
        });
        answer.Value.ShouldBe(2);
        (await Log()).Select(e => e.CommandId).Distinct().Count().ShouldBe(1);
    }

    [Test]
    public async Task A_lost_race_runs_the_work_again_on_a_fresh_context()
    {
        foreach (var (state, key) in new[] { ("40001", null), ("40P01", null), ("23505", "ux_events_account_id_sequence"), ("23505", "pk_commands") })
        {
            House.Faults.Plant(new DbUpdateException("planted", new PostgresException("planted", "ERROR", "ERROR", state, constraintName: key)));
        }

        (await Append(House, Command())).Value.ShouldBe("Push 1");
        (await Log()).Count.ShouldBe(1);
    }

    [Test]
    public async Task A_version_is_compared_again_when_the_work_runs_again()
    {
        House.Faults.Plant(new DbUpdateException("planted", new PostgresException("planted", "ERROR", "ERROR", "40001")));
        var (scope, compared) = (Command(), new List<IReadOnlyList<int>?>());
        scope.ExpectedVersions = [7];
        var answer = await House.In(s => s.GetRequiredService<IUnitOfWork>().Run<string>(scope, [], _ =>
        {
            compared.Add(scope.ExpectedVersions);
            scope.ExpectedVersions = null;
            s.GetRequiredService<IEventStore>().Append([Happened()], DateTimeOffset.UtcNow);
            return Task.FromResult<Result<string>>("done");
        }, CancellationToken.None));
        answer.Value.ShouldBe("done");
        compared.ShouldBe([[7], [7]]);
    }

    [Test]
    public async Task A_version_that_nothing_was_compared_with_lets_nothing_be_written()
    {
        var scope = Command();
        scope.ExpectedVersions = [7];
        (await Append(House, scope)).Error.ShouldBe(new NoVersion());
        (await Log()).ShouldBeEmpty();
    }

    [Test]
    public async Task Another_fault_is_not_tried_again_and_leaves_nothing()
    {
        House.Faults.Plant(new DbUpdateException("planted"));
        await Should.ThrowAsync<DbUpdateException>(() => Append(House, Command()));
        (await Log()).ShouldBeEmpty();
    }

    [Test]
    public async Task A_unit_takes_three_round_trips_at_most_when_it_reads_more_than_was_announced()
    {
        await Unit();
        House.Trips.Clear();
        await Unit();
        if (Provider == Provider.Postgres)
        {
            House.Trips.Count.ShouldBeLessThanOrEqualTo(3, string.Join("\n\n", House.Trips.Sent));
        }
    }

    private Task<Result<string>> Unit() => House.In(s => s.GetRequiredService<IUnitOfWork>().Run<string>(Command(), [], async token =>
    {
        var projections = s.GetRequiredService<IProjections>();
        await projections.Prefetch(Account, ["a", "b", "c"], token);
        foreach (var key in new[] { "a", "b", "c" })
        {
            projections.Store(Account, key, await projections.Load<string>(Account, key, token) + "x");
        }

        s.GetRequiredService<IEventStore>().Append([Happened(), Happened("Pull")], DateTimeOffset.UtcNow);
        return "done";
    }, CancellationToken.None));
}
