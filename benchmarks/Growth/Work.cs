using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Growth;

/// <summary>What is timed.</summary>
internal static class Work
{
    public static readonly string[] Exercises = ["squat", "bench-press", "deadlift", "overhead-press", "barbell-row"];

    // Full for both accounts, with the one row more that tells whether there is a next page.
    private const int Page = 9;

    public static readonly (string Name, Func<Trainee, Task> Do)[] All =
    [
        ("LogSet", LogSet),
        ("a page of history", trainee => trainee.Send(new ListHistory(null, null, null, null, Page))),
        ("a page of an exercise", trainee => trainee.Send(new ListExerciseSessions("squat", null, Page))),
        ("records of an exercise", trainee => trainee.Send(new GetRecords("squat", null, null, null))),
        ("finish and start", FinishAndStart),
    ];

    // A new workout every hundred sets, as one exercise holds no more.
    private static async Task LogSet(Trainee trainee)
    {
        var number = trainee.NextSet();
        var load = new Load(40 + (number % 60), WeightUnit.Kg);
        await trainee.Send(new LogSet(
            null, Exercises[number / 4 % Exercises.Length], load, new Reps(5), null, null, null, null, null, null, null, null));
        if (number % 100 == 99)
        {
            await FinishAndStart(trainee);
        }
    }

    private static async Task FinishAndStart(Trainee trainee)
    {
        await trainee.Send(new CompleteWorkout(null));
        await trainee.Send(new StartWorkout(null, null, null, null));
    }
}
