using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange.Planning;

/// <summary>What an import would take in, and how sure it is of it.</summary>
/// <param name="Workouts">Oldest first.</param>
/// <param name="NewExercises">Exercises to be made, because none here is sure to be the same.</param>
/// <param name="Dust">Weights that look converted: what is offered for them, or what was taken when asked to.</param>
/// <param name="RestTimers">Rows that only held a rest timer.</param>
/// <param name="LeftOut">Rows that belong to no workout taken in.</param>
public sealed record ImportPlan(
    Dialect Dialect,
    string Header,
    IReadOnlyList<ImportedWorkout> Workouts,
    IReadOnlyList<Exercise> NewExercises,
    IReadOnlyList<ExerciseFinding> Exercises,
    UnitFinding? WeightUnit,
    UnitFinding? DistanceUnit,
    IReadOnlyList<DustFinding> Dust,
    IReadOnlyList<Doubt> Doubts,
    int RestTimers,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<string> UnknownColumns);

/// <summary>How an exercise of the file was placed.</summary>
public enum ExerciseOutcome
{
    /// <summary>The caller said which it is.</summary>
    Mapped,

    /// <summary>One here has this name, or an alias of it.</summary>
    Matched,

    /// <summary>It is made anew.</summary>
    Created,
}

/// <summary>An exercise of the file and what it becomes.</summary>
/// <param name="Name">As the file calls it.</param>
/// <param name="Sets">How many sets of it the file holds.</param>
/// <param name="Candidates">Exercises here that are like it, best first; to choose from where it would be made anew.</param>
public sealed record ExerciseFinding(
    string Name, int Sets, ExerciseOutcome Outcome, string ExerciseId, string ExerciseName, IReadOnlyList<ExerciseCandidate> Candidates);

/// <summary>An exercise that might be meant.</summary>
/// <param name="Score">The share of words in common, 0 to 1.</param>
public sealed record ExerciseCandidate(string ExerciseId, string Name, decimal Score);

/// <summary>A unit and why it is taken.</summary>
/// <param name="Unit">kg, lb, m, km, mi or yd; "mixed" where rows differ.</param>
/// <param name="Evidence">In words.</param>
/// <param name="Certain">False where the file doesn't say: the caller may know better.</param>
public sealed record UnitFinding(string Unit, string Evidence, bool Certain);

/// <summary>A weight that looks converted.</summary>
public sealed record DustFinding(int Line, Load Entered, Load Even);
