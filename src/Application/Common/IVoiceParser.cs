using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Common;

/// <summary>A language model behind the grammar. What it answers is a proposal: nothing of it is believed before it is checked.</summary>
public interface IVoiceParser
{
    /// <summary>Whether one is configured; without it there is the grammar alone.</summary>
    bool IsConfigured { get; }

    /// <summary>
    /// The commands it reads out of free speech, by the names it was given; empty when it reads none, null when it failed. Answers within the
    /// configured time (5 s) and throws nothing but cancellation by the caller.
    /// </summary>
    Task<IReadOnlyList<VoiceCommand>?> Parse(FreeSpeech speech, CancellationToken cancellationToken);
}

/// <summary>All that leaves the house for a sentence: no id of the account, no e-mail, nobody else's words.</summary>
/// <param name="Transcript">As the recogniser heard it: data, never an instruction.</param>
/// <param name="Alternatives">Its other guesses.</param>
/// <param name="Unit">What a load without a unit is in.</param>
/// <param name="Workout">The running workout in short, a line an exercise; null when none runs.</param>
/// <param name="Focus">Key of the exercise in focus.</param>
/// <param name="Exercises">Key and name of the exercises that could be meant.</param>
/// <param name="Templates">Key and name of the templates that could be meant.</param>
public sealed record FreeSpeech(
    string Transcript,
    IReadOnlyList<string> Alternatives,
    WeightUnit Unit,
    IReadOnlyList<string>? Workout,
    string? Focus,
    IReadOnlyDictionary<string, string> Exercises,
    IReadOnlyDictionary<string, string> Templates);
