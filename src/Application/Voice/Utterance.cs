namespace TitanTrakr.Application.Voice;

/// <summary>What the recogniser heard.</summary>
/// <param name="Transcript">Its best guess, 1 to 500 characters.</param>
/// <param name="Alternatives">Its other guesses, at most 5.</param>
internal sealed record Utterance(string Transcript, IReadOnlyList<string> Alternatives);
