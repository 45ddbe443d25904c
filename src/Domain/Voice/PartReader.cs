using TitanTrakr.Domain.Voice.Rules;
using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice;

/// <summary>Reads one part of a breath: every rule gives its reading, and the one believed most is taken.</summary>
internal static class PartReader
{
    public static Candidate? Read(ReadOnlyMemory<Token> part, VoiceContext context, string source, List<(string Words, Candidate Candidate)>? trace)
    {
        var candidates = new List<Candidate>();
        // With a question mark behind it only what is a question is meant.
        var asks = part.Length > 1 && part.Span[^1].Is("?");
        PhraseBook.Read(asks ? part[..^1] : part, context, source, candidates);
        if (asks)
        {
            candidates.RemoveAll(c => c.Reading.Outcome != VoiceOutcome.Answered);
        }

        // What is surer than any set need not be taken apart as one, but to be explained.
        var sure = trace is null && candidates.Exists(c => c.Score > Weights.Sets + Weights.Close);
        if (!sure && LogSetRule.Read(part, context) is { } sets)
        {
            candidates.Add(sets);
        }

        trace?.AddRange(candidates.Select(c => (Token.Said(part.Span, source), c)));
        return Best(candidates, context);
    }

    // A close second that would write something else is asked about.
    private static Candidate? Best(List<Candidate> candidates, VoiceContext context)
    {
        if (candidates.Count == 0)
        {
            return null;
        }

        var best = candidates[0];
        foreach (var candidate in candidates)
        {
            best = candidate.Score > best.Score ? candidate : best;
        }

        foreach (var second in candidates)
        {
            if (best.Score - second.Score < Weights.Close && second.Rule != best.Rule && best.Reading.Outcome == VoiceOutcome.Understood && second.Reading.Outcome == VoiceOutcome.Understood
                && !second.Reading.Commands.SequenceEqual(best.Reading.Commands))
            {
                return best with { Reading = VoiceReading.Ask("Which do you mean?", Options.Of(context, best.Reading.Commands), Options.Of(context, second.Reading.Commands)) };
            }
        }

        return best;
    }
}
