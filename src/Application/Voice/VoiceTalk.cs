using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>What was said lately and still matters: the open question, and by which words sets came in. Talk, not training: no event makes it.</summary>
public sealed record VoiceTalk(OpenQuestion? Question, IReadOnlyList<HeardSet> Heard)
{
    /// <summary>The document's key.</summary>
    public const string Key = "voice:talk";

    /// <summary>How many sets' words are remembered.</summary>
    public const int MostHeard = 20;

    /// <summary>Nothing was said.</summary>
    public static VoiceTalk Silence { get; } = new(null, []);

    /// <summary>The question that is open at a moment: the last one, for ten minutes, and only while the workout is as it was when it was asked.</summary>
    public OpenQuestion? OpenAt(DateTimeOffset now, Workout? workout) =>
        Question is not null && now - Question.AskedAt is var age && age < OpenQuestion.Lifetime && age > -OpenQuestion.Lifetime && Question.IsAbout(workout) ? Question : null;
}

/// <summary>A question that waits for its answer.</summary>
/// <param name="AskedAt">By the server's clock.</param>
/// <param name="Transcript">The sentence it was about.</param>
/// <param name="Name">The words in it that name an exercise.</param>
/// <param name="Options">The answers to tap or say.</param>
/// <param name="WorkoutId">The workout that ran when it was asked.</param>
/// <param name="Version">How many events had made that workout, 0 where none ran; null in a question of before this was kept.</param>
public sealed record OpenQuestion(
    DateTimeOffset AskedAt, string Transcript, string? Name, IReadOnlyList<VoiceOption> Options, Guid? WorkoutId = null, int? Version = null)
{
    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Whether nothing has been done since: a number said after a set was tapped in, or another exercise turned to, is no answer to it.</summary>
    public bool IsAbout(Workout? workout) => Version is null || (WorkoutId == workout?.Id && Version == (workout?.Version ?? 0));
}

/// <summary>The words by which a set came in.</summary>
/// <param name="Name">Those that named its exercise.</param>
/// <param name="ByModel">A model understood them: if the lifter lets it stand, they are learned.</param>
public sealed record HeardSet(Guid SetId, string Name, string ExerciseId, bool ByModel);
