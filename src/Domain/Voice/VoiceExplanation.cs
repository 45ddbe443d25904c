namespace TitanTrakr.Domain.Voice;

/// <summary>How a sentence was understood, for whoever debugs a misheard set.</summary>
/// <param name="Tokens">The words as prepared: fillers gone, slips mended, what belongs together joined.</param>
/// <param name="Candidates">Every reading of every part, the one believed most first.</param>
/// <param name="WordsRead">How many words were read over all tries: what the sentence cost.</param>
/// <param name="Decision">What became of it.</param>
public sealed record VoiceExplanation(IReadOnlyList<string> Tokens, IReadOnlyList<VoiceCandidate> Candidates, int WordsRead, VoiceReading Decision);

/// <summary>One reading of some words.</summary>
/// <param name="Words">The words, as said.</param>
/// <param name="Rule">The rule that reads them so.</param>
/// <param name="Score">How much it is believed, from 0 to 1.</param>
/// <param name="Reading">What they would then mean.</param>
public sealed record VoiceCandidate(string Words, string Rule, double Score, VoiceReading Reading);
