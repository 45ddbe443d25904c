using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

public sealed class StoresTests(Provider provider) : DatabaseTest(provider)
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(2));

    [Test]
    public async Task A_document_is_stored_loaded_replaced_and_removed()
    {
        foreach (var value in new[] { "one", "two", null })
        {
            await InUnit(s => s.GetRequiredService<IProjections>().Store(Account, "key", value));
            (await House.In(s => s.GetRequiredService<IProjections>().Load<string>(Account, "key", CancellationToken.None))).ShouldBe(value);
        }
    }

    [Test]
    public async Task A_document_of_another_account_is_not_there()
    {
        await InUnit(s => s.GetRequiredService<IProjections>().Store(Account, "key", "mine"));
        var other = await House.Guest();
        (await House.In(s => s.GetRequiredService<IProjections>().Load<string>(other, "key", CancellationToken.None))).ShouldBeNull();
    }

    [Test]
    public async Task History_pages_newest_first_and_twins_in_time_are_neither_lost_nor_doubled()
    {
        var workouts = Enumerable.Range(0, 10).Select(i => Completed(Day.AddDays(i / 3), "squat")).ToList();
        await InUnit(s => workouts.ForEach(w => s.GetRequiredService<ICompletedWorkouts>().Store(Account, w)));
        var seen = new List<Workout>();
        var filter = new HistoryFilter(null, null, null, null, null, 4);
        for (var page = await Page(filter); page.Count > 0; page = await Page(filter))
        {
            seen.AddRange(page);
            filter = filter with { CursorStartedAt = page[^1].StartedAt, CursorId = page[^1].Id };
        }

        seen.Select(w => w.Id).ShouldBe(workouts.Select(w => w.Id), ignoreOrder: true);
        seen.Select(w => w.StartedAt).ShouldBe(seen.Select(w => w.StartedAt).OrderDescending());
    }

    [Test]
    public async Task History_filters_by_exercise_and_time_and_follows_corrections()
    {
        var squat = Completed(Day, "squat");
        var bench = Completed(Day.AddDays(1), "bench-press");
        await InUnit(s => new List<Workout> { squat, bench }.ForEach(w => s.GetRequiredService<ICompletedWorkouts>().Store(Account, w)));
        (await Page(new(null, null, "squat", null, null, 9))).Select(w => w.Id).ShouldBe([squat.Id]);
        (await Page(new(Day.AddHours(1), null, null, null, null, 9))).Select(w => w.Id).ShouldBe([squat.Id]);
        (await Page(new(null, Day.AddHours(1), null, null, null, 9))).Select(w => w.Id).ShouldBe([bench.Id]);

        await InUnit(s => s.GetRequiredService<ICompletedWorkouts>().Store(Account, squat with { Exercises = bench.Exercises }));
        (await Page(new(null, null, "squat", null, null, 9))).ShouldBeEmpty();
        (await Page(new(null, null, "bench-press", null, null, 9))).Count.ShouldBe(2);

        await InUnit(s => s.GetRequiredService<ICompletedWorkouts>().Remove(Account, bench.Id));
        (await House.In(s => s.GetRequiredService<ICompletedWorkouts>().Find(Account, bench.Id, CancellationToken.None))).ShouldBeNull();
    }

    [Test]
    public async Task A_workout_comes_back_whole_with_what_would_undo_it()
    {
        var workout = Completed(Day, "squat");
        await InUnit(s => s.GetRequiredService<ICompletedWorkouts>().Store(Account, workout));
        var found = await House.In(s => s.GetRequiredService<ICompletedWorkouts>().Find(Account, workout.Id, CancellationToken.None));
        found!.Undo[0].Events.ShouldBe(workout.Undo[0].Events);
        found.Exercises[0].Sets.ShouldBe([]);
        found.StartedAt.ShouldBe(workout.StartedAt);
    }

    [Test]
    public async Task Own_exercises_are_stored_and_archived()
    {
        var mine = new Exercise("my-press", "My press", ["mp"], "barbell", "chest", [], Measure.LoadReps);
        await InUnit(s => s.GetRequiredService<IExerciseStore>().Store(Account, mine, archived: false));
        (await Own()).Single().Name.ShouldBe("My press");
        await InUnit(s => s.GetRequiredService<IExerciseStore>().Store(Account, mine, archived: true));
        (await Own()).ShouldBeEmpty();
        (await House.In(s => s.GetRequiredService<IExerciseStore>().Find(Account, "my-press", CancellationToken.None))).ShouldNotBeNull();
    }

    [Test]
    public async Task Settings_are_kept_with_the_unit()
    {
        var settings = new AccountSettings(WeightUnit.Lb, BarLoad: new(45, WeightUnit.Lb));
        await InUnit(s => s.GetRequiredService<IAccountStore>().SaveSettings(Account, settings, CancellationToken.None));
        var account = await House.In(s => s.GetRequiredService<IAccountStore>().Find(Account, CancellationToken.None));
        account!.Settings.ShouldBe(settings);
        account.IsGuest.ShouldBeTrue();
    }

    private static Workout Completed(DateTimeOffset at, string exerciseId)
    {
        var id = Guid.NewGuid();
        var entry = new WorkoutExercise(Guid.NewGuid(), exerciseId, exerciseId, Measure.LoadReps, null, null, null, [], [], []);
        return new(
            id, WorkoutStatus.Completed, null, null, at, at.AddHours(1), null, 1, null, [entry],
            [new(Guid.NewGuid(), [new WorkoutDescribed(id, "Legs", null), new WorkoutResumed(id)])], []);
    }

    private Task<IReadOnlyList<Workout>> Page(HistoryFilter filter) =>
        House.In(s => s.GetRequiredService<ICompletedWorkouts>().Page(Account, filter, CancellationToken.None));

    private Task<IReadOnlyList<Exercise>> Own() =>
        House.In(s => s.GetRequiredService<IExerciseStore>().Own(Account, CancellationToken.None));

    private async Task InUnit(Action<IServiceProvider> work)
    {
        var result = await House.In(s => s.GetRequiredService<IUnitOfWork>().Run<int>(Command(), [], _ =>
        {
            work(s);
            return Task.FromResult<Result<int>>(1);
        }, CancellationToken.None));
        result.IsOk.ShouldBeTrue();
    }
}
