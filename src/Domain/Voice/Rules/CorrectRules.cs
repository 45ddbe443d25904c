using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Putting the last set right: "make that 9 reps", "no, 82.5", "that was a warm-up", "I meant pounds".</summary>
internal static class CorrectRules
{
    /// <summary>How a correction is led in, and how it names what was there before.</summary>
    public const string Change = "(change|correct|fix|update|edit|move)", From = "from {load} [reps|rep]? to";

    private const string Sorry = "(no|nope|actually|sorry|correction|wait|my mistake|no no)";

    public static readonly PhraseRule[] All =
    [
        new("correct", Weights.Correction, m => SetFix.Read(m.Tail, m.Context, m.Context.Latest(), FixKind.Whole),
            "[no|actually|sorry|wait]? make <that> {tail}", "[no|actually|sorry|wait]? (change|correct|fix|set|update|edit) <that> (to|it was|it should be) {tail}", $"{Sorry} [{Sorry}]? {{tail}}", $"{Sorry} [{Sorry}]? (<that> (was|is|should be|should have been)|thats|i (got|did|meant|mean)|it should be) {{tail}}",
            "i meant [to say]? {tail}", "i mean {tail}", "i said {tail}", "(<that>|it) (should be|should have been|shouldve been|was supposed to be|(was|were|is) actually|really) {tail}", "thats actually {tail}", "(scratch|strike) that [no]? (make (it|that)|it was|i got)? {tail}", "(should have|shouldve) been {tail}", "that was wrong [it was|it should be|make it]? {tail}"),
        new("correct from", Weights.Correction + 0.004, m => SetFix.Read(m.Tail, m.Context, m.Context.Latest(), FixKind.Whole, m.Number), $"{Change} <that> {From} {{tail}}"),
        new("correct from", Weights.Correction + 0.004, m => SetFix.Read(m.Tail, m.Context, m.Context.Latest(), FixKind.Reps, m.Number), $"{Change} [the|my]? reps {From} {{tail}}"),
        new("correct from", Weights.Correction + 0.004, m => SetFix.Read(m.Tail, m.Context, m.Context.Latest(), FixKind.Load, m.Number), $"{Change} [the|my]? (weight|load) {From} {{tail}}"),
        new("correct kind", Weights.Correction + 0.001, m => SetFix.Read(m.Tail, m.Context, m.Context.Latest(), FixKind.Manner),
            "<that> (was|were|is) [only|just]? {tail}", "(mark|count|log|call|flag|put|record|tag) <that> [down]? as? {tail}", "felt like {tail}"),
        new("correct kind", Weights.Correction + 0.001, m => IsWholeSet(m) ? null : SetFix.Read(m.Tail, m.Context, m.Context.Latest(), FixKind.Manner), "thats [only|just]? {tail}"),
        new("correct contrast", Weights.Correction + 0.001, m => SetFix.Read(m.Tail, m.Context, m.Context.Latest(), FixKind.Contrast), "{tail}", "its {tail}"),
        new("correct effort", Weights.Correction, m => SetFix.Read(m.Tokens, m.Context, m.Context.Latest(), FixKind.Effort), "{tail}"),
        new("correct reps", Weights.Correction + 0.003, m => SetFix.Read(m.Tail, m.Context, m.Context.Latest(), FixKind.Reps),
            "(change|make|set|correct|fix) [the|my]? reps (to|was|were) {tail}", "[the|my]? reps (was|were|should be|should have been) {tail}", "it was {tail} reps"),
        new("correct load", Weights.Correction + 0.003, m => SetFix.Read(m.Tail, m.Context, m.Context.Latest(), FixKind.Load),
            "(change|make|set|correct|fix) [the|my]? (weight|load) (to|was) {tail}", "[the|my]? (weight|load) (was|were|should be|should have been) [actually]? {tail}"),
        new("correct unit", Weights.Correction + 0.004, Unit, "(i meant|i said|i mean|i was using|make <that>|change <that> to|those are) {unit} [not {unit}]", "(<that>|those|they) (was|were|is|should be) [actually]? in? {unit} [not {unit}]", "thats|its|theyre in? {unit} [not {unit}]", $"{Sorry} [<that> was|i meant|thats|in]? {{unit}} [not {{unit}}]", "in {unit} [not {unit}|i mean]", "{unit} not {unit}", "not {unit} {unit}"),
        new("to failure", Weights.Correction, m => m.Context.Latest() is not { } last ? null
            : VoiceReading.Ask("Was the last set to failure?", Options.AtLeastTwo([Options.Of(m.Context, new VoiceCommand.CorrectSet(last.ExerciseId, last.Set, Kind: SetKind.Failure))])), "[taken|went|took it|all the way]? to failure"),
        new("failed", Weights.Correction, m => AskReps(m, "How many reps did you get?"), "[i]? failed on|at [the|rep|number]? {n} [reps]?", "[i]? failed on|at the {ord} [rep|one]?", "missed [the|rep]? {n}", "[i]? failed [that|it|the last rep|the last one|on the last rep|on the last one]"),
        new("how many", Weights.Correction, m => AskReps(m, "How many reps was that?"), "[go|went]? up|down (a|one|half a) plate", "add|drop|lose (a|one) plate", "take|strip|pull (a|one|half a) plate [off]?", "one more [rep|set]?", "another one|set", "{n} left", "[the]? last one left"),
    ];

    private static VoiceReading? Unit(Match m)
    {
        if (m.Tokens.Span[0].Is("not"))
        {
            m.Unit = Numbers.Units.Weight(m.Tokens.Span[2].Text);
        }
        else if (m.Tokens.Length > 2 && m.Tokens.Span[^2].Is("not"))
        {
            m.Unit = Numbers.Units.Weight(m.Tokens.Span[^3].Text);
        }

        if (m.Context.Latest() is not { Done.Load: { } load } last || m.Unit is not { } unit)
        {
            return VoiceReading.Reject("There is no set with a weight to correct.");
        }

        return unit == load.Unit ? null : SetFix.Checked(m.Context, new VoiceCommand.CorrectSet(last.ExerciseId, last.Set, Load: new Load(load.Value, unit)));
    }

    // "that's 80 for 8" is told when it is done; "that was 80 for 8" may put right what was told.
    private static bool IsWholeSet(Match m) => LogSetRule.Read(m.Tail, m.Context) is { Reading: { Outcome: VoiceOutcome.Understood, Commands: [VoiceCommand.LogSet, ..] } } && SaysLoadAndReps(m);

    private static bool SaysLoadAndReps(Match m) => new SetScan(m.Tail, m.Context).Run().Items is [{ Code: 'N' or 'L', As: Amount.Absolute }, { Code: 'F' or 'X' }, { Code: 'N' or 'R', As: Amount.Absolute }];

    private static VoiceReading AskReps(Match m, string question)
    {
        if (m.Context.Latest() is not { Done: { Load: var load, Reps: { } reps } } last)
        {
            return VoiceReading.Ask(question);
        }

        var failed = m.Number is > 1 and <= 100 && m.Tokens.Span[^1].Text is not "left" ? (int)m.Number : reps + 1;
        return VoiceReading.Ask(question, Options.AtLeastTwo([.. new[] { failed - 1, failed }.Where(r => r > 0)
            .Select(r => Options.Of(m.Context, new VoiceCommand.LogSet(last.ExerciseId, load, r)))]));
    }
}
