using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Application.Exchange;

/// <summary>Completed workouts on their way into the account, whatever brings them: a file, or a guest's account.</summary>
/// <param name="Origin">What brings them, in a word: it is shown in the list of imports.</param>
/// <param name="Header">The header of their file, if they come from one.</param>
/// <param name="Workouts">Oldest first, each measured against those before it.</param>
/// <param name="NewExercises">Exercises of one's own to be made; only those that a workout taken in holds are.</param>
/// <param name="LeftOut">Rows that belong to none of the workouts, to be kept with the import.</param>
/// <param name="Along">What comes along with them.</param>
internal sealed record Arrivals(
    Guid ImportId,
    string Origin,
    string? Header,
    IReadOnlyList<ImportedWorkout> Workouts,
    IReadOnlyList<Exercise> NewExercises,
    IReadOnlyList<string> LeftOut,
    Belongings Along);

/// <summary>Which of the workouts are new.</summary>
/// <param name="AlreadyHere">How many are here as they come.</param>
/// <param name="Changed">How many are here with other sets than they come with; what is here stays.</param>
internal sealed record ArrivalCheck(IReadOnlyList<ImportedWorkout> New, int AlreadyHere, int Changed);

/// <summary>What was taken in.</summary>
/// <param name="Along">What came along and was not here.</param>
/// <param name="Import">The import as it is kept; null when nothing was new.</param>
internal sealed record Intake(ArrivalCheck Check, Belongings Along, ImportSummary? Import);
