namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Taking sets out, by their numbers before the sentence.</summary>
internal static class RemoveRules
{
    private const string Remove = "(delete|remove|erase|get rid of|take off|take out|clear|drop|lose|bin|wipe)";

    public static readonly PhraseRule[] All =
    [
        new("remove set", Weights.Correction, m => Sets(m, Last(m)),
            $"{Remove} [the|my|that]? last one|set [i did|i logged]?", $"{Remove} (that|this) set|one", "(delete|remove|erase|get rid of|clear|bin) that|it", $"{Remove} [the|my]? last {{ex}} set", $"{Remove} [the|my]? last set (of|on|from|for) [the]? {{ex}}", $"{Remove} (what i just logged|the set i just logged|the set i just did)"),
        new("remove set", Weights.Correction, m => IsCounted(m) ? VoiceReading.Ask("Which set should go?") : Sets(m, (int)m.Number),
            $"{Remove} set [number]? {{ord}}", $"{Remove} set [number]? {{ord}} (of|on|from|for) [the]? {{ex}}", $"{Remove} [the|my]? {{ord}} set|one", $"{Remove} [the|my]? {{ord}} set|one (of|on|from|for) [the]? {{ex}}", $"{Remove} [the|my]? {{ord}} {{ex}} set", $"{Remove} {{ex}} set [number]? {{ord}}"),
        new("remove sets", Weights.Correction + 0.001, m => Sets(m, [.. m.Numbers.Select(n => (int)n)]),
            $"{Remove} set|sets {{ord}} and set? {{ord}} [of|on|from]? {{ex}}?", $"{Remove} [the|my]? {{ord}} and [the]? {{ord}} set|sets [of|on|from]? {{ex}}?", $"{Remove} set|sets {{ord}} [set]? {{ord}} and set? {{ord}} [of|on|from]? {{ex}}?"),
        new("remove sets", Weights.Correction + 0.001, LastMany, $"{Remove} [the|my]? last {{n}} sets|ones [of|on|from|for]? {{ex}}?", "(take|get) [the|my]? last {n} sets off|out", $"{Remove} [the|my]? last {{n}} {{ex}} sets"),
        new("undo sets", Weights.Control + 0.001, m => LastMany(m) is { Outcome: VoiceOutcome.Understood } sets
            ? VoiceReading.Ask("Remove those sets?", Options.AtLeastTwo([Options.Of(m.Context, sets.Commands)])) : LastMany(m), "undo [the|my]? last {n} [sets]?", "undo {n} sets"),
        new("remove sets", Weights.Correction + 0.001, OnlyOne, $"{Remove} [the|my]? {{ex}} set"),
        new("remove sets", Weights.Correction + 0.001, m => VoiceReading.Ask("Which sets should go?"), $"{Remove} (all|both|all [of]? the|all my|both the|every) [{{ex}}] set|sets [of {{ex}}]", "(delete|remove) everything"),
    ];

    // "remove one set" counts, "remove the first set" names it.
    private static bool IsCounted(Match m) => m.Tokens.Span is [.., var number, var last] && last.Text is "set" or "one" && !number.Is("set") && Numbers.NumberWords.Ordinal(number.Text) is null
        && (number.Value is not null || Numbers.NumberWords.Value(number.Text) is not null);

    private static int Last(Match m) => m.Context.Entry(m.ExerciseId)?.Sets.Count ?? 0;

    private static VoiceReading Sets(Match m, params IReadOnlyList<int> numbers) => numbers.All(n => CorrectSetRules.At(m, n) is not null) && numbers.Distinct().Count() == numbers.Count
        ? VoiceReading.Of([.. numbers.Select(n => new VoiceCommand.RemoveSet(m.ExerciseId!, n))])
        : VoiceReading.Reject(Last(m) == 0 ? "There is no set to remove." : "That set isn't there.");

    private static VoiceReading LastMany(Match m) => m.Number >= 1 && m.Number <= Last(m)
        ? Sets(m, [.. Enumerable.Range(0, (int)m.Number).Select(i => Last(m) - i)]) : VoiceReading.Reject("There aren't that many sets.");

    private static VoiceReading OnlyOne(Match m) => Last(m) == 1 ? Sets(m, 1) : Last(m) == 0 ? VoiceReading.Reject("That exercise has no sets.")
        : VoiceReading.Ask("Which set should go?", [.. Enumerable.Range(1, Math.Min(4, Last(m))).Reverse().Select(n => Options.Of(m.Context, new VoiceCommand.RemoveSet(m.ExerciseId!, n)))]);
}
