using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice;

/// <summary>Understands what a lifter says, without network, package or clock. Deterministic; never throws.</summary>
public static class VoiceGrammar
{
    /// <summary>The longest transcript that is read.</summary>
    public const int MaxLength = 500;

    private const int MostAlternatives = 4;
    private const double Better = 0.05;

    /// <summary>Reads one transcript, with the recogniser's other guesses, in its context. Writes nothing.</summary>
    public static VoiceReading Interpret(string transcript, IReadOnlyList<string> alternatives, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(alternatives);
        ArgumentNullException.ThrowIfNull(context);
        var first = Read(transcript, context);
        if (alternatives.Count == 0 || (Reads(first) && first.Confidence > 0.96))
        {
            return first;
        }

        // The first that reads cleanly wins, unless a better one says something else.
        foreach (var alternative in alternatives.Take(MostAlternatives))
        {
            var other = Read(alternative, context);
            if (!Reads(other))
            {
                continue;
            }

            if (!Reads(first))
            {
                first = other;
            }
            else if (other.Confidence > first.Confidence + Better && !other.Commands.SequenceEqual(first.Commands))
            {
                return VoiceReading.Ask("Which did you say?", Options.Of(context, other.Commands), Options.Of(context, first.Commands));
            }
        }

        return first;
    }

    /// <summary>How a transcript was taken apart, every reading of it with its score, and the decision.</summary>
    public static VoiceExplanation Explain(string transcript, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(context);
        var trace = new List<(string Words, Candidate Candidate)>();
        var reading = Read(transcript, context, trace, out var wordsRead);
        var tokens = transcript.Length > MaxLength ? [] : Speech.Prepare(Tokenizer.Cut(transcript)) ?? [];
        return new VoiceExplanation([.. tokens.Select(t => t.Text)],
            [.. trace.Select(t => new VoiceCandidate(t.Words, t.Candidate.Rule, t.Candidate.Score, t.Candidate.Reading)).OrderByDescending(c => c.Score)], wordsRead, reading);
    }

    internal static VoiceReading Read(string transcript, VoiceContext context) => Read(transcript, context, null, out _);

    private static VoiceReading Read(string transcript, VoiceContext context, List<(string Words, Candidate Candidate)>? trace, out int wordsRead)
    {
        wordsRead = 0;
        if (string.IsNullOrWhiteSpace(transcript) || transcript.Length > MaxLength)
        {
            return VoiceReading.Nothing();
        }

        if (Speech.Prepare(Tokenizer.Cut(transcript)) is not { } tokens)
        {
            return VoiceReading.Ask("You said it two ways. Which one is right?");
        }

        if (tokens.Length == 0)
        {
            return VoiceReading.Nothing();
        }

        var names = new NameTable(tokens, transcript, context.Exercises);
        context = context with { Names = names };
        var reading = Answering.Read(tokens, transcript, context) ?? new Breath(tokens, transcript, trace).Read(context);
        var unclear = reading.Outcome == VoiceOutcome.NotUnderstood || (reading.HeardName is not null && reading.Outcome == VoiceOutcome.NeedsClarification);
        if (unclear && Slips.Mend(tokens, context) is { } mended)
        {
            names = new NameTable(mended, transcript, context.Exercises, names);
            var second = new Breath(mended, transcript, trace).Read(context with { Names = names });
            wordsRead = names.WordsRead;
            if (Reads(second) || (second.Outcome == VoiceOutcome.NeedsClarification && reading.Outcome == VoiceOutcome.NotUnderstood))
            {
                return Mended(second);
            }
        }

        wordsRead = names.WordsRead;
        return reading.Outcome == VoiceOutcome.NotUnderstood ? NotUnderstood.Of(tokens, transcript, context) : reading;
    }

    private static bool Reads(VoiceReading reading) => reading.Outcome is VoiceOutcome.Understood or VoiceOutcome.Answered;

    private static VoiceReading Mended(VoiceReading reading) => reading with { Confidence = Math.Min(reading.Confidence, 0.85) };
}
