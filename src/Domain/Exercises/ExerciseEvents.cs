using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exercises;

/// <summary>What happened to an account's own exercises; the library has no events. Closed: a switch over it needs no catch-all.</summary>
public abstract record ExerciseEvent : DomainEvent
{
    private ExerciseEvent()
    {
    }

    /// <summary>One's own exercise came to be.</summary>
    /// <param name="ExerciseId">A UUID, so that it never meets an id of the library.</param>
    /// <param name="Name">As shown.</param>
    /// <param name="Aliases">Other names one says for it; may be empty.</param>
    /// <param name="Equipment">In the library's words where they fit.</param>
    /// <param name="PrimaryMuscle">One of <see cref="Muscles.All"/>.</param>
    /// <param name="SecondaryMuscles">Of <see cref="Muscles.All"/>, without the primary one.</param>
    /// <param name="Measure">What its sets are measured by.</param>
    public sealed record ExerciseCreated(
        string ExerciseId,
        string Name,
        IReadOnlyList<string> Aliases,
        string Equipment,
        string PrimaryMuscle,
        IReadOnlyList<string> SecondaryMuscles,
        Measure Measure) : ExerciseEvent;

    /// <summary>Some of its description changed; null is what stayed, an empty list is a list emptied.</summary>
    /// <param name="ExerciseId">Which one.</param>
    /// <param name="Name">The new name, or null.</param>
    /// <param name="Aliases">All aliases from now on, or null.</param>
    /// <param name="Equipment">The new equipment, or null.</param>
    /// <param name="PrimaryMuscle">The new primary muscle, or null.</param>
    /// <param name="SecondaryMuscles">All secondary muscles from now on, or null.</param>
    /// <param name="Measure">The new measure, or null; every set logged until then fits it.</param>
    public sealed record ExerciseChanged(
        string ExerciseId,
        string? Name,
        IReadOnlyList<string>? Aliases,
        string? Equipment,
        string? PrimaryMuscle,
        IReadOnlyList<string>? SecondaryMuscles,
        Measure? Measure = null) : ExerciseEvent;

    /// <summary>It is no longer offered; the history that names it stays.</summary>
    /// <param name="ExerciseId">Which one.</param>
    public sealed record ExerciseArchived(string ExerciseId) : ExerciseEvent;

    /// <summary>It is offered again.</summary>
    /// <param name="ExerciseId">Which one.</param>
    public sealed record ExerciseUnarchived(string ExerciseId) : ExerciseEvent;

    /// <summary>It was another one all along: whatever was logged with it counts as that one, in the past too. The log itself stays.</summary>
    /// <param name="ExerciseId">Which one; no longer offered.</param>
    /// <param name="IntoId">The one that it is.</param>
    /// <param name="IntoName">What that is called now.</param>
    /// <param name="Measure">What both are measured by.</param>
    public sealed record ExerciseMerged(string ExerciseId, string IntoId, string IntoName, Measure Measure) : ExerciseEvent;

    /// <summary>It is one of its own again, offered again, and what was logged with it before the merge is its own.</summary>
    /// <param name="ExerciseId">Which one.</param>
    /// <param name="IntoId">What it had been merged into.</param>
    public sealed record ExerciseMergeUndone(string ExerciseId, string IntoId) : ExerciseEvent;
}
