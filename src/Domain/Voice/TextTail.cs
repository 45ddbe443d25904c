namespace TitanTrakr.Domain.Voice;

/// <summary>What runs on behind a note or a name: the next command, or part of the text?</summary>
internal static class TextTail
{
    private const int MostWords = 24;

    /// <summary>Whether a reading took all the words that followed.</summary>
    public static bool Takes(Candidate candidate) => candidate.Rule is Rules.NoteRules.Name or "save template" or "start named workout";

    public static VoiceReading Read(ReadOnlyMemory<Token> tokens, Candidate whole, VoiceContext context, string source)
    {
        for (var end = Math.Max(2, tokens.Length - MostWords); end < tokens.Length; end++)
        {
            var next = end;
            while (next < tokens.Length && tokens.Span[next].Text is "then" or "and" && next - end < 2)
            {
                next++;
            }

            if (next >= tokens.Length || (next == end && !tokens.Span[end].Break) || !StartsSomething(tokens.Span[next], context) || !context.Names!.TakeWords(end)
                || PartReader.Read(tokens[..end], context, source, null) is not { Reading.Outcome: VoiceOutcome.Understood } head || head.Rule != whole.Rule)
            {
                continue;
            }

            var tail = new Breath(tokens[next..], source).Read(After.Commands(context, head.Reading.Commands));
            if (tail.Outcome is VoiceOutcome.Understood or VoiceOutcome.Answered)
            {
                return Both(whole, [.. head.Reading.Commands, .. tail.Commands], tail, context);
            }
        }

        return whole.Reading;
    }

    private static bool StartsSomething(Token token, VoiceContext context) => Rules.PhraseBook.Starts(token.Text) || context.Names![token.At] is { IsNumber: true } or { InAName: true };

    private static VoiceReading Both(Candidate whole, IReadOnlyList<VoiceCommand> both, VoiceReading tail, VoiceContext context) =>
        tail.Commands.All(c => c is VoiceCommand.StartRest or VoiceCommand.StopRest or VoiceCommand.ExtendRest or VoiceCommand.CompleteWorkout or VoiceCommand.SaveTemplate or VoiceCommand.WriteNote || c.IsQuestion)
            ? VoiceReading.Of(both, 0.93)
            : VoiceReading.Ask("Is all of that the text?", Options.Of(context, both), Options.Of(context, whole.Reading.Commands));
}
