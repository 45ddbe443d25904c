using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice;

/// <summary>An account's own words for exercises, oldest first.</summary>
public sealed record LearnedAliases(IReadOnlyList<LearnedAlias> Items)
{
    /// <summary>How many are kept; the oldest make way.</summary>
    public const int Most = 200;

    private const int LongestPhrase = 60;

    /// <summary>Nothing learned yet.</summary>
    public static LearnedAliases None { get; } = new([]);

    /// <summary>What to learn when a lifter said these words and meant that exercise; null when there is nothing to learn.</summary>
    /// <param name="aliasId">The id it will have.</param>
    /// <param name="phrase">The words, lower case.</param>
    /// <param name="exerciseId">What was meant.</param>
    /// <param name="exercises">The names known without it: words that name the exercise already teach nothing, and no exercise's proper name is given away.</param>
    public VoiceEvent.AliasLearned? Learn(Guid aliasId, string phrase, string exerciseId, ExerciseIndex exercises)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(exercises);
        if (exercises.Find(exerciseId) is null || exercises.IsProperName(phrase) || phrase.Length > LongestPhrase
            || Items.Any(alias => alias.Phrase == phrase && alias.ExerciseId == exerciseId))
        {
            return null;
        }

        var plain = new VoiceContext(exercises) { Workout = new VoiceWorkout([]) };
        return VoiceGrammar.Interpret(phrase, [], plain).Commands is [VoiceCommand.AddExercise known] && known.ExerciseId == exerciseId
            ? null
            : new VoiceEvent.AliasLearned(aliasId, phrase, exerciseId);
    }

    /// <summary>The list after an event. Words taught anew mean the new exercise only.</summary>
    public LearnedAliases After(VoiceEvent happened, DateTimeOffset at) => happened switch
    {
        VoiceEvent.AliasLearned e => new([.. Items.Where(alias => alias.Phrase != e.Phrase).TakeLast(Most - 1), new(e.AliasId, e.Phrase, e.ExerciseId, at)]),
        VoiceEvent.AliasForgotten e => new([.. Items.Where(alias => alias.Id != e.AliasId)]),
    };
}

/// <summary>Words that mean an exercise to one account.</summary>
public sealed record LearnedAlias(Guid Id, string Phrase, string ExerciseId, DateTimeOffset LearnedAt);
