using TitanTrakr.Domain.Voice;

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

    /// <summary>The question that is open at a moment: the last one, for ten minutes.</summary>
    public OpenQuestion? OpenAt(DateTimeOffset now) =>
        Question is not null && now - Question.AskedAt is var age && age < OpenQuestion.Lifetime && age > -OpenQuestion.Lifetime ? Question : null;
}

/// <summary>A question that waits for its answer.</summary>
/// <param name="AskedAt">By the server's clock.</param>
/// <param name="Transcript">The sentence it was about.</param>
/// <param name="Name">The words in it that name an exercise.</param>
/// <param name="Options">The answers to tap or say.</param>
public sealed record OpenQuestion(DateTimeOffset AskedAt, string Transcript, string? Name, IReadOnlyList<VoiceOption> Options)
{
    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
}

/// <summary>The words by which a set came in.</summary>
/// <param name="Name">Those that named its exercise.</param>
/// <param name="ByModel">A model understood them: if the lifter lets it stand, they are learned.</param>
public sealed record HeardSet(Guid SetId, string Name, string ExerciseId, bool ByModel);
