namespace TitanTrakr.Domain.Voice;

/// <summary>What runs on behind a note or a name: the next command, or part of the text?</summary>
internal static class TextTail
{
    private const int MostWords = 24;

    /// <summary>Whether a reading took all the words that followed.</summary>
    public static bool Takes(Candidate candidate) => candidate.Rule is Rules.NoteRules.Name or "save template" or "start named workout";

    public static VoiceReading Read(ReadOnlyMemory<Token> tokens, Candidate whole, VoiceContext context, string source)
    {
        var rest = new Breath(tokens, source);
        for (var end = Math.Max(2, tokens.Length - MostWords); end < tokens.Length; end++)
        {
            var next = end;
            while (next < tokens.Length && tokens.Span[next].Text is "then" or "and" && next - end < 2)
            {
                next++;
            }

            if (next >= tokens.Length || (next == end && !tokens.Span[end].Break) || !StartsSomething(tokens.Span[next], context))
            {
                continue;
            }

            // What a note leaves is what was there before it: the text is only read when something follows it.
            var note = whole.Rule == Rules.NoteRules.Name;
            var head = note ? null : Head(tokens[..end], whole, context, source);
            if ((note || head is not null) && rest.ReadFrom(next, After.Commands(context, head?.Commands ?? [])) is { } tail && (head ?? Head(tokens[..end], whole, context, source)) is { } text)
            {
                return Both(whole, [.. text.Commands, .. tail.Commands], tail, context);
            }
        }

        // What couldn't be read on may be commands: nobody's next set ends in a note unasked.
        return context.Names!.IsSpent ? VoiceReading.Ask("Is all of that the text?", Options.AtLeastTwo([Options.Of(context, whole.Reading.Commands)])) : whole.Reading;
    }

    private static VoiceReading? Head(ReadOnlyMemory<Token> tokens, Candidate whole, VoiceContext context, string source) => context.Names!.TakeWords(tokens.Length)
        && PartReader.Read(tokens, context, source, null) is { Reading.Outcome: VoiceOutcome.Understood } head && head.Rule == whole.Rule ? head.Reading : null;

    private static bool StartsSomething(Token token, VoiceContext context) => Rules.PhraseBook.Starts(token.Text) || context.Names![token.At] is { IsNumber: true } or { InAName: true };

    private static VoiceReading Both(Candidate whole, IReadOnlyList<VoiceCommand> both, VoiceReading tail, VoiceContext context) =>
        tail.Commands.All(c => c is VoiceCommand.StartRest or VoiceCommand.StopRest or VoiceCommand.ExtendRest or VoiceCommand.CompleteWorkout or VoiceCommand.SaveTemplate or VoiceCommand.WriteNote || c.IsQuestion)
            ? VoiceReading.Of(both, 0.93)
            : VoiceReading.Ask("Is all of that the text?", Options.Of(context, both), Options.Of(context, whole.Reading.Commands));
}
