using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice;

/// <summary>What one account's phone has been taught. Closed: a switch over it needs no catch-all.</summary>
public abstract record VoiceEvent : DomainEvent
{
    private VoiceEvent()
    {
    }

    /// <summary>From now on these words name that exercise.</summary>
    /// <param name="AliasId">The id it is shown and forgotten by.</param>
    /// <param name="Phrase">As heard, lower case; at most 60 characters.</param>
    /// <param name="ExerciseId">Of the library or one's own.</param>
    public sealed record AliasLearned(Guid AliasId, string Phrase, string ExerciseId) : VoiceEvent;

    /// <summary>The words mean what they mean to everybody again.</summary>
    public sealed record AliasForgotten(Guid AliasId) : VoiceEvent;
}
