using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Putting right a set named by its number: "second set was 12", "change set one of bench to 85".</summary>
internal static class CorrectSetRules
{
    private const string Was = "(was|were|is|should be|should have been|actually was|was actually|had)";

    private const string OnSet = "[i]? [got|did|had|hit|made]? {n} reps? (on|in|for) (the {ord} [set|one]|set {ord})";

    public static readonly PhraseRule[] All =
    [
        new("correct set", Weights.Correction + 0.005, Fix,
            $"[the|my]? {{ord}} set|one {Was} [only|just]? {{tail}}", $"set [number]? {{ord}} {Was} [only|just]? {{tail}}", $"[the|my]? {{ord}} {{ex}} set|one {Was} {{tail}}", $"[the|my]? {{ord}} set (of|on|for|at) [the]? {{ex}} {Was} {{tail}}", $"set [number]? {{ord}} (of|on|for) {{ex}} {Was} {{tail}}",
            $"{{ex}} set [number]? {{ord}} {Was} {{tail}}", $"(on|for) {{ex}} [the]? {{ord}} set {Was} {{tail}}", $"(on|for) {{ex}} set {{ord}} {Was} {{tail}}", "(change|make|correct|fix|update|edit|set|mark) set [number]? {ord} [of|on|for]? {ex}? (to|as|be)? {tail}", "(change|make|correct|fix|update|edit|mark) [the|my]? {ord} set|one [of|on|for]? {ex}? (to|as|be)? {tail}",
            "(change|make|correct|fix|update) {ex} set [number]? {ord} (to|as)? {tail}", "make the {ord} {tail}", "(change|correct|make) [the]? (reps|weight|load) (of|on|in|for) set {ord} to {tail}"),
        new("correct set", Weights.Correction + 0.006, m => Fix(m, m.Numbers[1]),
            $"{CorrectRules.Change} set [number]? {{ord}} [of|on|for]? {{ex}}? {CorrectRules.From} {{tail}}", $"{CorrectRules.Change} [the|my]? {{ord}} set|one [of|on|for]? {{ex}}? {CorrectRules.From} {{tail}}"),
        new("correct set", Weights.Correction + 0.004, Fix, "set [number]? {ord} {tail}", "[the]? {ord} set {tail}"),
        new("correct two sets", Weights.Correction + 0.006, FixTwo, $"{OnSet} [and|then]? {OnSet}"),
        new("effort of set", Weights.Correction + 0.006, m => FixEffort(m, m.Numbers[0], m.Numbers[1]), "[the]? rpe [was|of|is]? {n} on|for|in [the|my]? {ord} set|one", "[the]? rpe [was|of|is]? {n} on|for|in set [number]? {ord}"),
        new("effort of set", Weights.Correction + 0.006, m => FixEffort(m, m.Numbers[1], m.Numbers[0]), "[the]? rpe of|for|on [the|my]? {ord} set|one was|is {n}", "[the]? rpe of|for|on set [number]? {ord} was|is {n}"),
        new("correct set", Weights.Correction + 0.004, FixOnly, $"[the|my]? {{ex}} set {Was} {{tail}}", $"[the|my]? last {{ex}} set {Was} {{tail}}", $"[the|my]? last set (of|on) {{ex}} {Was} {{tail}}"),
        new("correct named", Weights.Correction + 0.003, FixNamed, "[the|my]? {ex} was|were [actually|really]? {tail}"),
    ];

    /// <summary>The exercise a sentence is about and one of its sets; null when there is no such set.</summary>
    public static (string ExerciseId, int Set, VoiceSet Done)? At(Match m, int at) =>
        m.ExerciseId is { } id && m.Context.Entry(id) is { } entry && at >= 1 && at <= entry.Sets.Count ? (id, at, entry.Sets[at - 1]) : null;

    private static VoiceReading? Fix(Match m) => Fix(m, null);

    private static VoiceReading? Fix(Match m, decimal? was)
    {
        var at = (int)Math.Min(m.Number, 1000);
        var bare = m.Tokens.Length == m.Tail.Length + 2;
        var reading = SetFix.Read(m.Tail, m.Context, At(m, at), bare ? FixKind.Effort : FixKind.Whole, was);
        return reading is not null && At(m, at) is null ? VoiceReading.Reject("That set isn't there.") : reading;
    }

    private static VoiceReading FixEffort(Match m, decimal rpe, decimal set) => At(m, (int)Math.Min(set, 1000)) is { } at
        ? SetFix.Checked(m.Context, new VoiceCommand.CorrectSet(at.ExerciseId, at.Set, Rpe: rpe)) : VoiceReading.Reject("That set isn't there.");

    // "8 on the first and 7 on the second": those that are there, or two that were done and not yet told?
    private static VoiceReading? FixTwo(Match m)
    {
        IReadOnlyList<(int Reps, (string ExerciseId, int Set, VoiceSet Done)? Set)> told = [((int)Math.Min(m.Numbers[0], 1000), At(m, (int)m.Numbers[1])), ((int)Math.Min(m.Numbers[2], 1000), At(m, (int)m.Numbers[3]))];
        if (!told.All(t => t.Reps is >= 1 and <= 100) || m.ExerciseId is not { } id)
        {
            return null;
        }

        IEnumerable<VoiceOption> there = told.All(t => t.Set is not null)
            ? [Options.Of(m.Context, [.. told.Select(t => new VoiceCommand.CorrectSet(id, t.Set!.Value.Set, Reps: t.Reps))])] : [];
        var last = m.Context.LastSet(id);
        return VoiceReading.Ask("Correct those sets, or log new ones?", Options.AtLeastTwo(
            [.. there, .. last is null ? [] : new[] { Options.Of(m.Context, [.. told.Select(t => new VoiceCommand.LogSet(id, last.Load, t.Reps))]) }]));
    }

    // "the squat was 122.5": a load alone is no new set; anything else could be one.
    private static VoiceReading? FixNamed(Match m)
    {
        var sets = m.Context.Entry(m.ExerciseId)?.Sets.Count ?? 0;
        if (sets == 0 || SetFix.Read(m.Tail, m.Context, At(m, sets), FixKind.Whole) is not { Outcome: VoiceOutcome.Understood } fix)
        {
            return null;
        }

        return fix.Commands is not [VoiceCommand.CorrectSet { Reps: null, DurationSeconds: null, Distance: null }]
            ? VoiceReading.Ask("A new set, or what should be changed?", Options.AtLeastTwo([Options.Of(m.Context, fix.Commands)]))
            : sets == 1 ? fix : VoiceReading.Ask("Which set do you mean?", Options.AtLeastTwo([Options.Of(m.Context, fix.Commands)]));
    }

    private static VoiceReading? FixOnly(Match m)
    {
        var sets = m.Context.Entry(m.ExerciseId)?.Sets.Count ?? 0;
        var last = m.Tokens.Span[0].Is("last") || m.Tokens.Span[1].Is("last");
        return sets == 1 || (last && sets > 0) ? SetFix.Read(m.Tail, m.Context, At(m, sets), FixKind.Whole)
            : sets == 0 ? VoiceReading.Reject("That exercise has no sets yet.") : VoiceReading.Ask("Which set do you mean?");
    }
}
