using System.Runtime.CompilerServices;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exchange.Sheets;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Exchange;

/// <summary>Writes an account's history as a CSV file of a dialect, workout by workout.</summary>
internal sealed class SheetWriter(WorkoutReader workouts, IExerciseStore own, ICsvFiles csv, CommandScope scope)
{
    private readonly Dictionary<string, Exercise?> _exercises = new(StringComparer.Ordinal);

    /// <summary>Our own dialect.</summary>
    public Task WriteTitan(Stream to, CancellationToken cancellationToken) =>
        Write(new TitanSheet(id => _exercises.GetValueOrDefault(id)), to, cancellationToken);

    /// <summary>Any dialect.</summary>
    public Task Write(IWorkoutSheet sheet, Stream to, CancellationToken cancellationToken) =>
        csv.Write(to, sheet.Delimiter, Rows(sheet, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<IReadOnlyList<string>> Rows(IWorkoutSheet sheet, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return sheet.Header;
        await foreach (var workout in workouts.All(cancellationToken))
        {
            await Know(workout, cancellationToken);
            foreach (var row in sheet.Rows(workout))
            {
                yield return row;
            }
        }
    }

    // Archived ones are looked up too: history names them.
    private async Task Know(Workout workout, CancellationToken cancellationToken)
    {
        foreach (var id in workout.Exercises.Select(entry => entry.ExerciseId).Where(id => !_exercises.ContainsKey(id)))
        {
            _exercises[id] = ExerciseLibrary.Find(id) ?? await own.Find(scope.AccountId, id, cancellationToken);
        }
    }
}
