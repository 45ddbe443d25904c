using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Templates;

/// <summary>A plan to start workouts from.</summary>
/// <param name="Version">How many events made it; the ETag.</param>
/// <param name="Exercises">In the order they are done; the same exercise may stand twice.</param>
public sealed record Template(Guid Id, int Version, string Name, string? Note, IReadOnlyList<TemplateExercise> Exercises)
{
    /// <summary>The most templates one account keeps.</summary>
    public const int Most = 100;
}

/// <summary>An exercise of a template.</summary>
/// <param name="SupersetId">The same on the exercises that are done in turn; a superset of one is none.</param>
/// <param name="Note">How to do it; shown with the target.</param>
/// <param name="Progress">When its load goes up, and by how much.</param>
public sealed record TemplateExercise(string ExerciseId, Guid? SupersetId, string? Note, SetTarget? Target, ProgressRule? Progress);

/// <summary>When last time all sets reached the top of the range at the target's load, the load goes up.</summary>
/// <param name="Add">By how much, above zero; in a unit of its own if need be.</param>
public sealed record ProgressRule(Load Add);
