using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Voice;

/// <summary>How a sentence ended.</summary>
public enum SpokenOutcome
{
    /// <summary>Understood and written.</summary>
    Applied,

    /// <summary>Understood; nothing written, as asked.</summary>
    Understood,

    /// <summary>A question, answered.</summary>
    Answered,

    /// <summary>Several readings: the lifter chooses.</summary>
    NeedsClarification,

    /// <summary>Nothing for us, or nothing a command can express.</summary>
    NotUnderstood,

    /// <summary>Understood, but a precondition does not hold.</summary>
    Rejected,
}

/// <summary>The answer of the two voice doors.</summary>
/// <param name="Message">To read.</param>
/// <param name="Speech">To hear: short, no symbols.</param>
/// <param name="Commands">What was understood, fully resolved.</param>
/// <param name="Events">What was written.</param>
/// <param name="Options">Only with a question: two to four, best first.</param>
/// <param name="UnderstoodBy">grammar or model.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="ElapsedMs">Milliseconds spent understanding.</param>
public sealed record VoiceAnswer(
    SpokenOutcome Outcome,
    string Message,
    string Speech,
    IReadOnlyList<VoiceCommand> Commands,
    IReadOnlyList<RecordedEvent> Events,
    IReadOnlyList<VoiceOption>? Options,
    WorkoutView? Workout,
    string UnderstoodBy,
    double Confidence,
    long ElapsedMs) : IShowsWorkout
{
    WorkoutView? IShowsWorkout.Shown => Workout;
}
