using TitanTrakr.Domain.Voice.Rules;
using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice;

/// <summary>Reads one breath, which may hold several commands: all of it is understood, or nothing is written.</summary>
internal sealed class Breath(ReadOnlyMemory<Token> tokens, string source)
{
    private const int MostParts = 6, MostBreaks = 10;
    private static readonly PhraseRule[] Rules = [.. ControlRules.All, .. RestRules.All, .. AskRules.All, .. CorrectRules.All];
    private int _work;

    public VoiceReading Read(VoiceContext context)
    {
        var whole = Part(tokens, context);
        if (whole is { Outcome: VoiceOutcome.Understood or VoiceOutcome.Answered })
        {
            return whole;
        }

        var parts = Split(0, context, 0);
        return parts is { Count: > 1 } ? Join(parts) : whole ?? VoiceReading.Nothing();
    }

    private static VoiceReading Join(List<VoiceReading> parts)
    {
        foreach (var part in parts)
        {
            if (part.Outcome is not (VoiceOutcome.Understood or VoiceOutcome.Answered))
            {
                return part;
            }
        }

        return VoiceReading.Of([.. parts.SelectMany(p => p.Commands)], 0.93);
    }

    // Longest piece first; what each piece does is seen by the next.
    private List<VoiceReading>? Split(int from, VoiceContext context, int depth)
    {
        if (from >= tokens.Length)
        {
            return [];
        }

        if (depth >= MostParts)
        {
            return null;
        }

        for (var end = tokens.Length; end > from; end--)
        {
            if (!IsEnd(end, out var next) || (from == 0 && end == tokens.Length) || ++_work > 60)
            {
                continue;
            }

            if (Part(tokens[from..end], context) is { } reading && Split(next, After.Commands(context, reading.Commands), depth + 1) is { } rest)
            {
                rest.Insert(0, reading);
                return rest;
            }
        }

        return null;
    }

    private bool IsEnd(int end, out int next)
    {
        next = end;
        if (end == tokens.Length)
        {
            return true;
        }

        var pause = tokens.Span[end].Break;
        while (next < tokens.Length && tokens.Span[next].Text is "then" or "and" or "also" && next - end < 3)
        {
            next++;
        }

        return (pause || next > end) && next < tokens.Length && end <= tokens.Length && MostBreaks > 0;
    }

    private VoiceReading? Part(ReadOnlyMemory<Token> part, VoiceContext context)
    {
        VoiceReading? doubt = null;
        foreach (var rule in Rules)
        {
            if (rule.Read(part, context, source) is { } reading)
            {
                return reading;
            }
        }

        if (LogSetRule.Read(part, context) is { } sets)
        {
            if (sets.Outcome is VoiceOutcome.Understood)
            {
                return sets;
            }

            doubt = sets;
        }

        foreach (var rule in SessionRules.All)
        {
            if (rule.Read(part, context, source) is { } reading)
            {
                return reading;
            }
        }

        return doubt;
    }
}
