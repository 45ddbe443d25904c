namespace TitanTrakr.Domain.Voice;

/// <summary>One way to take some words.</summary>
/// <param name="Rule">The rule that reads them so.</param>
/// <param name="Reading">What they then mean.</param>
/// <param name="Score">How much it is believed against the others.</param>
internal readonly record struct Candidate(string Rule, VoiceReading Reading, double Score)
{
    /// <summary>Whether its question is about this part of the breath alone: the other parts are read as they stand.</summary>
    public bool IsApart { get; init; }
}
