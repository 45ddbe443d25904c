using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;
using Replay = TitanTrakr.Infrastructure.Persistence.Replay;

namespace TitanTrakr.Application.Tests;

/// <summary>What is stored is what the log folds to, and what follows from the workouts that are stored.</summary>
internal sealed class ProjectionTests(Provider provider) : DatabaseTest(provider)
{
    private ProjectionMaintenance Maintenance => House.Get<ProjectionMaintenance>();

    [Test]
    public void After_any_commands_what_is_stored_is_the_fold_of_the_log()
    {
        var commands = Gen.Choose(0, Coach.Commands - 1).SelectMany(_ => Gen.Choose(0, 60), (command, number) => (command, number)).ListOf(70);
        Prop.ForAll(commands.ToArbitrary(), given => Holds([.. given]).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(12));
    }

    [Test]
    public async Task A_rebuild_mends_what_was_damaged_and_finds_nothing_to_mend_after()
    {
        await Train(3);
        (await Maintenance.Verify(CancellationToken.None)).Differences.ShouldBeEmpty();
        await House.In(s => s.GetRequiredService<TitanDbContext>().SessionChunks.ExecuteDeleteAsync());
        await House.In(s => s.GetRequiredService<TitanDbContext>().Aggregates.ExecuteUpdateAsync(set => set.SetProperty(a => a.Data, "{}")));
        var differences = (await Maintenance.Verify(CancellationToken.None)).Differences;
        differences.ShouldContain(difference => difference.Contains("session_chunks squat", StringComparison.Ordinal));
        differences.ShouldContain(difference => difference.Contains("aggregates", StringComparison.Ordinal));
        (await Maintenance.Rebuild(CancellationToken.None)).Events.ShouldBe(120);
        (await Maintenance.Verify(CancellationToken.None)).Differences.ShouldBeEmpty();
        await FollowsFromWorkouts();
    }

    [Test]
    public async Task A_run_that_was_stopped_goes_on_where_it_was_and_leaves_no_shadow()
    {
        await Train(3);
        await using (var stopped = await Replay.Begin(House.Get<IServiceScopeFactory>(), Account, CancellationToken.None))
        {
            (await stopped.Fold(50, CancellationToken.None)).ShouldBe(50);
            await stopped.Commit(CancellationToken.None);
        }

        await using (var lost = await Replay.Begin(House.Get<IServiceScopeFactory>(), Account, CancellationToken.None))
        {
            (await lost.Fold(20, CancellationToken.None)).ShouldBe(20);
        }

        await Train(1);
        var report = await Maintenance.Verify(CancellationToken.None);
        report.Differences.ShouldBeEmpty();
        report.Events.ShouldBe(110);
        (await House.In(s => s.GetRequiredService<TitanDbContext>().Workouts.CountAsync(w => w.AccountId != Account))).ShouldBe(0);
        (await House.In(s => s.GetRequiredService<TitanDbContext>().Replays.CountAsync())).ShouldBe(0);
    }

    [Test]
    public async Task A_rebuild_that_was_stopped_ends_with_the_shadow_in_the_accounts_place()
    {
        await Train(3);
        await FoldHalf(writing: 20);
        await House.In(s => s.GetRequiredService<TitanDbContext>().WorkoutExercises.Where(e => e.AccountId == Account).ExecuteDeleteAsync());
        await House.In(s => s.GetRequiredService<TitanDbContext>().Projections.Where(p => p.AccountId == Account).ExecuteUpdateAsync(set => set.SetProperty(p => p.Data, "{}")));
        (await Maintenance.Rebuild(CancellationToken.None)).Events.ShouldBe(60);
        (await Maintenance.Verify(CancellationToken.None)).Differences.ShouldBeEmpty();
        await FollowsFromWorkouts();
        await ServedAsMade.Everything(House, Account);
        (await House.In(s => s.GetRequiredService<TitanDbContext>().Projections.CountAsync(p => p.AccountId != Account))).ShouldBe(0);
        (await House.In(s => s.GetRequiredService<TitanDbContext>().Replays.CountAsync())).ShouldBe(0);
    }

    // A step over half of the log, which writes after so many events each: what is kept between two writes is as good as what is read.
    private async Task FoldHalf(int writing)
    {
        var head = await House.In(s => s.GetRequiredService<IEventStore>().Head(Account, CancellationToken.None));
        await using var step = await Replay.Begin(House.Get<IServiceScopeFactory>(), Account, CancellationToken.None);
        for (var folded = 0L; folded < head / 2;)
        {
            folded += await step.Fold((int)Math.Min(writing, (head / 2) - folded), CancellationToken.None);
        }

        await step.Commit(CancellationToken.None);
    }

    private async Task<bool> Holds(List<(int Command, int Number)> given)
    {
        await NewAccount();
        var coach = new Coach(House, Account);
        foreach (var (command, number) in given)
        {
            await coach.Give(command, number);
            await ServedAsMade.Current(House, Account);
        }

        await FoldHalf(writing: 1 + (given.Count % 9));
        (await Maintenance.Verify(CancellationToken.None)).Differences.ShouldBeEmpty();
        await FollowsFromWorkouts();
        await ServedAsMade.Everything(House, Account);
        return true;
    }

    private async Task Train(int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await new Coach(House, Account).Many(i)).Value.ShouldBe(40);
        }
    }

    // Independent of how it was kept: from the workouts themselves.
    private Task<int> FollowsFromWorkouts() => House.In(async services =>
    {
        var workouts = (await services.GetRequiredService<ICompletedWorkouts>().Page(
            Account, new HistoryFilter(null, null, null, null, null, 10_000), CancellationToken.None)).Reverse().ToList();
        foreach (var exerciseId in workouts.SelectMany(workout => workout.Exercises).Select(entry => entry.ExerciseId).Distinct().ToList())
        {
            await FollowsFromWorkouts(services, exerciseId, workouts);
        }

        var read = await services.GetRequiredService<ITrainingSums>().Read(
            Account, DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddYears(1), CancellationToken.None);
        var sum = read.Slots.Aggregate(TrainingSum.Zero, (all, slot) => all.Plus(slot.Sum!));
        var expected = workouts.Aggregate(TrainingSum.Zero, (all, workout) => all.Plus(TrainingSum.Of(workout)));
        (sum.Sessions, sum.DurationSeconds, sum.VolumeKg).ShouldBe((expected.Sessions, expected.DurationSeconds, expected.VolumeKg));
        sum.Sets.ShouldBe(expected.Sets);
        return workouts.Count;
    });

    private async Task FollowsFromWorkouts(IServiceProvider services, string exerciseId, List<Workout> workouts)
    {
        var sessions = workouts.Select(workout => Session.Of(workout, exerciseId)).OfType<Session>().ToList();
        var stored = await services.GetRequiredService<IServedReads>().Sessions(Account, exerciseId, null, 10_000, CancellationToken.None);
        stored.Select(session => new SessionKey(session.At, session.Id)).ShouldBe(sessions.Select(session => session.Key()).Reverse());
        var records = await services.GetRequiredService<IProjections>().Load<ExerciseRecords>(
            Account, ProjectionKeys.PersonalRecords(exerciseId), CancellationToken.None);
        (records?.Completed ?? []).ShouldBe(sessions.Aggregate<Session, IReadOnlyList<PersonalRecord>>([], Records.After));
    }
}
