using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

internal sealed class RoundTripTests(Provider provider) : DatabaseTest(provider)
{
    // The lock with what is needed; the changes with the commit.
    private const int Most = 2;

    [Test]
    public async Task A_set_costs_two_round_trips_whatever_it_is_logged_on()
    {
        var own = (await Send(new CreateExercise(null, "Cable Y-raise", null, null, null, null, null))).Value!.Id;
        await Send(new StartWorkout(null, null, null, null));
        await Logging("squat", "the first set on the first exercise", Most);
        await Logging("squat", "the second set", Most);
        await Logging(null, "a set on the exercise in focus", Most);
        await Logging("bench-press", "the first set on another exercise", Most);
        await Logging("squat", "a set on an exercise that stands there already", Most);
        await Logging(own, "the first set on one's own exercise, which has to be looked up", Most + 1);
        await Logging(own, "a set on one's own exercise", Most);
        await Logging(null, "a set on one's own exercise in focus", Most);
    }

    [Test]
    public async Task A_read_costs_one_round_trip_the_question_whether_its_session_lives_included()
    {
        var session = await House.In(async services =>
        {
            var account = await services.GetRequiredService<IAccountStore>().Find(Account, CancellationToken.None);
            return (await services.GetRequiredService<ISessions>().Begin(account!, new CommandScope(), CancellationToken.None)).Value!.SessionId;
        });
        await new Coach(House, Account).Many(0);
        await Send(new StartWorkout(null, null, null, null));
        await Reading(new GetCurrentWorkout(), session);
        await Send(new LogSet(null, "squat", new Load(100, WeightUnit.Kg), new Reps(5), null, null, null, null, null, null, null, null));
        await Reading(new GetCurrentWorkout(), session);
        await Reading(new ListHistory(null, null, null, null, 10), session);
        await Reading(new ListHistory(null, null, "squat", null, 10), session);
        var page = await Reading(new ListExerciseSessions("squat", null, 10), session);
        await Reading(new ListExerciseSessions("squat", page.NextCursor, 100), session);
        await Reading(new GetPastWorkout(page.Items[0].Id), session);
        await Reading(new GetRecords("squat", null, null, null), session);
        await Reading(new GetStatistics(null, null, null), session);
    }

    [Test]
    public async Task A_workout_that_is_finished_is_looked_for_by_its_id_and_not_in_a_list_for_which_all_of_an_account_s_would_be_read()
    {
        await Send(new StartWorkout(null, null, null, null));
        House.Trips.Clear();
        await Send(new CompleteWorkout(null));
        var asked = House.Trips.Sent.Where(sql => sql.Contains("workouts", StringComparison.Ordinal) && sql.StartsWith("SELECT", StringComparison.Ordinal)).ToList();
        asked.ShouldNotBeEmpty();
        asked.ShouldAllBe(sql => !sql.Contains("ANY", StringComparison.Ordinal) && !sql.Contains("json_each", StringComparison.Ordinal) && !sql.Contains(" IN ", StringComparison.Ordinal));
    }

    private async Task<T> Reading<T>(IQuery<T> query, Guid session)
    {
        House.Trips.Clear();
        var read = await House.In(services =>
        {
            var scope = services.GetRequiredService<CommandScope>();
            (scope.AccountId, scope.SessionId) = (Account, session);
            return services.GetRequiredService<IMediator>().Send(query);
        });
        read.IsOk.ShouldBeTrue(read.Error?.Detail);
        House.Trips.Sent.Count.ShouldBe(1, $"{query}:\n{string.Join("\n\n", House.Trips.Sent)}");
        return read.Value!;
    }

    private async Task Logging(string? exerciseId, string what, int most)
    {
        House.Trips.Clear();
        var logged = await Send(new LogSet(
            null, exerciseId, new Load(100, WeightUnit.Kg), new Reps(5), null, null, null, null, null, null, null, null));
        logged.IsOk.ShouldBeTrue(logged.Error?.Detail);
        if (Provider == Provider.Sqlite)
        {
            return; // A library in the process: no trips to count.
        }

        House.Trips.Count.ShouldBeLessThanOrEqualTo(most, $"{what}:\n{string.Join("\n\n", House.Trips.Sent)}");
    }

    private Task<Result<T>> Send<T>(ICommand<T> command) => House.In(services =>
    {
        services.GetRequiredService<CommandScope>().AccountId = Account;
        return services.GetRequiredService<IMediator>().Send(command);
    });
}
