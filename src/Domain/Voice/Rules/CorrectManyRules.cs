using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Putting several sets right alike: "the first two sets were warm-ups", "both sets were 82.5".</summary>
internal static class CorrectManyRules
{
    private const string Were = "(were|was|are|should be|should have been) [all|both|actually]?", Mark = "(make|mark|change|count|correct|log)";

    public static readonly PhraseRule[] All =
    [
        new("correct sets", Weights.Correction + 0.007, m => Fix(m, 1, (int)Math.Min(m.Number, 1000)),
            $"[the|my|those]? first {{n}} sets|ones [{Were}] {{tail}}", $"[the|my|those]? first {{n}} {Were} {{tail}}", $"{Mark} [the|my]? first {{n}} sets|ones? [as|to]? {{tail}}"),
        new("correct sets", Weights.Correction + 0.007, m => Fix(m, Last(m) - (int)Math.Min(m.Number, 1000) + 1, Last(m)),
            $"[the|my|those]? last {{n}} sets|ones {Were} {{tail}}", $"[the|my|those]? last {{n}} {Were} {{tail}}", $"{Mark} [the|my]? last {{n}} sets|ones? [as|to]? {{tail}}"),
        new("correct sets", Weights.Correction + 0.007, m => Last(m) == 2 ? Fix(m, 1, 2) : null,
            $"both [of] [the|my|those|them]? [sets] {Were} {{tail}}", $"{Mark} both [of] [the|my|those|them]? [sets] [as|to]? {{tail}}"),
        new("correct sets", Weights.Correction + 0.007, m => Of(m, [.. m.Numbers.Select(n => (int)Math.Min(n, 1000))]),
            $"sets {{ord}} and {{ord}} {Were} {{tail}}", $"{Mark} sets {{ord}} and {{ord}} [as|to]? {{tail}}"),
    ];

    private static int Last(Match m) => m.Context.Entry(m.ExerciseId)?.Sets.Count ?? 0;

    // "the last one was 8" is one.
    private static VoiceReading? Fix(Match m, int from, int to) => to <= from ? null : Of(m, [.. Enumerable.Range(from, Math.Min(to - from + 1, SetAssembler.MostSets))]);

    // How they were done is said of all of them; an amount could be one's only.
    private static VoiceReading Made(Match m, IReadOnlyList<VoiceCommand> fixes) =>
        fixes.All(f => f is VoiceCommand.CorrectSet { Load: null, Reps: null, DurationSeconds: null, Distance: null }) ? VoiceReading.Of(fixes)
            : VoiceReading.Ask("Correct all of those sets?", Options.AtLeastTwo([Options.Of(m.Context, fixes)]));

    // All of them, or a question: which amount is meant for which set is never guessed.
    private static VoiceReading? Of(Match m, IReadOnlyList<int> sets)
    {
        IReadOnlyList<VoiceReading?> read = [.. sets.Select(set => SetFix.Read(m.Tail, m.Context, CorrectSetRules.At(m, set), FixKind.Whole))];
        return read.Any(r => r is null) ? null
            : !sets.All(set => CorrectSetRules.At(m, set) is not null) ? VoiceReading.Reject("There aren't that many sets.")
            : read.FirstOrDefault(r => r!.Outcome != VoiceOutcome.Understood) is { } doubt ? VoiceReading.Ask(doubt.Message)
            : Made(m, [.. read.SelectMany(r => r!.Commands)]);
    }
}
