using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Templates;
using TitanTrakr.Application.Voice;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;
using TitanTrakr.Domain.Workouts;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>A unit of work that lost its first try: what another device did in between is what the second goes by.</summary>
internal sealed class SecondTryTests(Provider provider) : DatabaseTest(provider)
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task A_version_that_was_demanded_is_demanded_again()
    {
        var started = (await Send(new StartWorkout(null, "Day", null, null))).Value!;
        var answer = await Twice(new DescribeWorkout(null, "Mine"), started.Version, new DescribeWorkout(null, "Theirs"));
        answer.Error.ShouldBe(new VersionConflict());
    }

    [Test]
    public async Task A_templates_version_that_was_demanded_is_demanded_again()
    {
        var template = (await Send(new CreateTemplate(null, "Push", null, []))).Value!;
        var answer = await Twice(new DeleteTemplate(template.Id), template.Version, new ChangeTemplate(template.Id, "Pull", null, []));
        answer.Error.ShouldBe(new VersionConflict());
    }

    [Test]
    public async Task A_version_that_still_holds_lets_the_second_try_pass()
    {
        var started = (await Send(new StartWorkout(null, "Day", null, null))).Value!;
        (await Twice<WorkoutView, WorkoutView>(new DescribeWorkout(null, "Mine"), started.Version, null)).Value!.Note.ShouldBe("Mine");
    }

    [Test]
    public async Task A_spoken_set_number_means_the_sets_that_are_there_now()
    {
        await Send(new StartWorkout(null, "Day", null, null));
        var sets = new List<LoggedSet>();
        foreach (var load in new[] { 60, 70, 80 })
        {
            sets.Add((await Send(new LogSet(null, "bench-press", Kg(load), new Reps(5), null, null, null, null, null, null, null, null))).Value!);
        }

        await Twice(new ProcessTranscript("remove set 2", null, null), null, new RemoveSet(null, sets[0].Workout.Exercises[0].Sets[0].Id));
        var after = (await Send(new DescribeWorkout(null, "Seen"))).Value!;
        after.Exercises[0].Sets.Select(set => set.Load).ShouldBe([Kg(70)]);
    }

    [Test]
    public async Task A_template_plans_by_the_last_session_as_it_is_now()
    {
        var template = (await Send(new CreateTemplate(null, "Push", null, [Planned()]))).Value!;
        var started = (await Send(new StartWorkout(null, null, template.Id, Monday))).Value!;
        var logged = (await Send(new LogSet(null, "bench-press", Kg(60), new Reps(5), null, null, null, null, null, null, null, null))).Value!;
        await Send(new CompleteWorkout(null));
        var set = logged.Workout.Exercises[0].Sets[0].Id;
        var heavier = new CorrectSet(started.Id, set, null, Kg(80), default, default, default, default, default, default, default);
        var answer = await Twice(new StartWorkout(null, null, template.Id, Monday.AddDays(1)), null, heavier);
        answer.Value!.Exercises[0].Target!.Load.ShouldBe(Kg(82.5m));
    }

    private static Load Kg(decimal value) => new(value, WeightUnit.Kg);

    private static TemplateExercise Planned() =>
        new("bench-press", null, null, new SetTarget(1, new RepRange(5, 5), null, null, null), new ProgressRule(Kg(2.5m)));

    private Task<Result<T>> Send<T>(ICommand<T> command) => House.In(services =>
    {
        services.GetRequiredService<CommandScope>().AccountId = Account;
        return services.GetRequiredService<IMediator>().Send(command);
    });

    // The first try fails when it is written; the second finds what another device wrote meanwhile.
    private Task<Result<T>> Twice<T, TOther>(IRequest<Result<T>> mine, int? version, ICommand<TOther>? theirs) => House.In(services =>
    {
        var (scope, mediator, tries) = (services.GetRequiredService<CommandScope>(), services.GetRequiredService<IMediator>(), 0);
        (scope.AccountId, scope.ExpectedVersions) = (Account, version is { } demanded ? [demanded] : null);
        House.Faults.Plant(new DbUpdateException("planted", new PostgresException("planted", "ERROR", "ERROR", "40001")));
        return services.GetRequiredService<IUnitOfWork>().Run(
            scope,
            [],
            async token =>
            {
                if (++tries == 2 && theirs is not null)
                {
                    var expected = scope.ExpectedVersions;
                    scope.ExpectedVersions = null;
                    (await mediator.Send(theirs, token)).IsOk.ShouldBeTrue();
                    scope.ExpectedVersions = expected;
                }

                return await mediator.Send(mine, token);
            },
            CancellationToken.None);
    });
}
