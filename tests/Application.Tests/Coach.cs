using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Application.Tests;

/// <summary>Gives an account commands by number, whatever its state: many are refused, as they would be.</summary>
internal sealed class Coach(House house, Guid account)
{
    /// <summary>How many different commands there are.</summary>
    public const int Commands = 24;

    private static readonly string[] Library = ["squat", "bench-press", "pull-up", "plank", "assisted-pull-up", "rowing-machine"];
    private static readonly DateTimeOffset Day = new(2024, 1, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly List<string> _exercises = [.. Library];
    private readonly List<string> _own = [];
    private readonly List<Guid> _known = [];
    private readonly List<Guid> _weights = [];

    public Task Give(int command, int number) => command switch
    {
        0 or 1 => Keep(Send(new StartWorkout(null, "Day", null, Day.AddHours(number * 7)))),
        2 => Send(new AddExercise(null, Exercise(number), null)),
        3 or 4 or 5 => Send(Log(number, null)),
        6 => OnSet(number, (workout, set) => Send(Correct(number, workout, set))),
        7 => OnSet(number, (workout, set) => Send(new RemoveSet(workout, set))),
        8 or 9 => Send(new Undo()),
        10 => Send(new Redo()),
        11 or 12 => Send(new CompleteWorkout(Day.AddHours((number * 7) + 1))),
        13 => OnPast(number, id => Send(new ResumeWorkout(id))),
        14 => OnPast(number, id => Send(new DeleteWorkout(id))),
        15 => OnPast(number, id => Send(new RestoreWorkout(id))),
        16 => Keep(Send(Past(number))),
        17 => OnPast(number, id => Send(Moved(number, id))),
        18 => OnPast(number, id => Send(Log(number, id))),
        19 => Weigh(number),
        20 => Merge(number),
        21 => OnEntry(number, (workout, entry) => Send(new ReplaceExercise(entry, Exercise(number + 2), workout))),
        22 => OnEntry(number, (workout, entry) => Send(new RemoveExercise(entry, workout))),
        _ => number % 4 == 0 ? Many(number) : Send(new DiscardWorkout()),
    };

    /// <summary>Many past workouts in one unit of work, so that histories outgrow their document.</summary>
    public Task<Result<int>> Many(int number) => In(services => services.GetRequiredService<IUnitOfWork>().Run<int>(
        services.GetRequiredService<CommandScope>(),
        [],
        async token =>
        {
            var workouts = Enumerable.Range(0, 40).Select(i => Recorded((i * 5) + number)).ToList();
            _known.AddRange(workouts.Select(workout => workout.WorkoutId));
            var recorded = await services.GetRequiredService<WorkoutRecorder>().Record(workouts, token);
            return recorded.IsOk ? recorded.Value.Count : recorded.Error;
        },
        CancellationToken.None));

    private static WorkoutRecorded Recorded(int number) => new(
        Guid.CreateVersion7(), null, Day.AddHours(number), Day.AddHours(number + 1), null,
        [
            new(Guid.CreateVersion7(), "squat", "Squat", Measure.LoadReps, null, null, [new(Guid.CreateVersion7(), Values(number), Day.AddHours(number))]),
            new(Guid.CreateVersion7(), "plank", "Plank", Measure.Time, null, null, []),
        ],
        null,
        ["a row"]);

    private static RecordWorkout Past(int number) => new(
        null, "Past", Day.AddHours(number * 5), Day.AddHours((number * 5) + 1), null,
        [
            new(null, Library[number % 2], null, null, [Set(number), Set(number + 5)]),
            new(null, Library[(number + 1) % 2], null, null, [Set(number + 3)]),
            new(null, Library[number % 2], null, null, [Set(number + 9)]),
        ]);

    private static PastSet Set(int number) => new(
        null, Load(number), new Reps(1 + (number % 15)), null, number % 5 == 0 ? SetKind.Warmup : null, null, null, null, null, null);

    private static SetValues Values(int number) => new(Load(number), new Reps(1 + (number % 15)), null, SetKind.Working, null, null, null, null);

    private static Load Load(int number) => new(20 + (number * 37 % 100) + (number % 2 * 0.5m), number % 3 == 0 ? WeightUnit.Lb : WeightUnit.Kg);

    private static ChangePastWorkout Moved(int number, Guid id) =>
        new(id, default, "Moved", Day.AddHours(number * 3), Day.AddHours((number * 3) + 2));

    private CorrectSet Correct(int number, Guid workout, Guid set) =>
        new(workout, set, number % 3 == 0 ? Exercise(number + 1) : null, Load(number + 7), default, default, null, default, default, default, default);

    private LogSet Log(int number, Guid? workoutId) => new(
        null, number % 4 == 0 ? null : Exercise(number), Load(number), new Reps(1 + (number % 15)), null, number % 6 == 0 ? SetKind.Warmup : null, null,
        new SetDuration(30 + number), null, null, Day.AddHours(number), workoutId);

    private string Exercise(int number) => _exercises[number % _exercises.Count];

    private async Task Keep(Task<Result<WorkoutView>> sent)
    {
        if (await sent is { IsOk: true } workout)
        {
            _known.Add(workout.Value.Id);
        }
    }

    private Task OnPast(int number, Func<Guid, Task> act) => _known.Count == 0 ? Task.CompletedTask : act(_known[number % _known.Count]);

    private async Task OnEntry(int number, Func<Guid, Guid, Task> act)
    {
        if (await Seen(number) is { Exercises.Count: > 0 } workout)
        {
            await act(workout.Id, workout.Exercises[number % workout.Exercises.Count].Id);
        }
    }

    private async Task OnSet(int number, Func<Guid, Guid, Task> act)
    {
        if (await Seen(number) is { } workout && workout.Exercises.SelectMany(entry => entry.Sets).ToList() is { Count: > 0 } sets)
        {
            await act(workout.Id, sets[number % sets.Count].Id);
        }
    }

    private async Task<WorkoutView?> Seen(int number) => number % 2 == 0 || _known.Count == 0
        ? Read((await Ask(new GetCurrentWorkout())).Value!.Workout)
        : Read((await Ask(new GetPastWorkout(_known[number % _known.Count]))).Value);

    private static WorkoutView? Read(ServedWorkout? served) => served is null ? null : StoredJson.Read<WorkoutView>(Encoding.UTF8.GetString(served.Json.Span));

    private async Task Weigh(int number)
    {
        if (number % 3 == 0 && _weights.Count > 0)
        {
            await Send(new RemoveBodyWeight(_weights[number % _weights.Count]));
        }
        else
        {
            _weights.Add((await Send(new LogBodyWeight(null, new Load(60 + number, WeightUnit.Kg), Day.AddHours(number), null))).Value!.Id);
        }
    }

    private async Task Merge(int number)
    {
        if (_own.Count < 3 || number % 2 == 0)
        {
            var made = await Send(new CreateExercise(null, $"Mine {_own.Count}", null, null, null, null, Measure.LoadReps));
            _own.Add(made.Value!.Id);
            _exercises.Add(made.Value.Id);
        }
        else
        {
            await (number % 7 == 0 ? Send(new UndoMerge(_own[number % _own.Count])) : Send(new MergeExercise(_own[number % _own.Count], number % 3 == 0 ? "squat" : _own[(number + 1) % _own.Count])));
        }
    }

    private Task<Result<T>> Send<T>(ICommand<T> command) => In(services => services.GetRequiredService<IMediator>().Send(command));

    private Task<Result<T>> Ask<T>(IQuery<T> query) => In(services => services.GetRequiredService<IMediator>().Send(query));

    private Task<Result<T>> In<T>(Func<IServiceProvider, Task<Result<T>>> work) => house.In(services =>
    {
        services.GetRequiredService<CommandScope>().AccountId = account;
        return work(services);
    });
}
