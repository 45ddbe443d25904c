using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Questions to the app; answering them changes nothing.</summary>
internal static class AskRules
{
    public static readonly PhraseRule[] All =
    [
        PhraseRule.Command(m => new VoiceCommand.AskLast(m.Exercise()?.Id ?? (m.Muscle is null ? m.Context.FocusExerciseId : null), m.Muscle),
            "what did i do|lift|get|hit last time|week|session on|for|with|at? {ex}?", "what did i {ex} last time|week|session", "what did i do|lift|get|hit on|for|with|at {ex} last time|week|session?",
            "when did i last do|train|hit|work {muscle}", "when did i last do|train|hit {ex}", "when did i {ex} last", "when was my last {ex}|{muscle} day|session|workout?", "did i beat last time|week|session",
            "last time on|for|with? {ex}?", "whats|what was my last {ex}", "whats|what was my last set", "when was my last {muscle} day|session|workout?", "how did i do last time|week|session on|with|at? {ex}?"),
        PhraseRule.Command(m => new VoiceCommand.AskRecord(m.Exercise()?.Id ?? m.Context.FocusExerciseId), "whats|what my|the? best|record|pr|pb|max on|for|in|at|with? {ex}?", "whats|what is my|the? best|record|pr|pb|max on|for|in|at|with? {ex}?",
            "whats my {ex} max|record|pr|pb|best", "what is my {ex} max|record|pr|pb|best", "my? {ex} max|record|pr|pb|best", "my? personal best|record on|for|in|at? {ex}?", "my? best|record|pr|pb on|for|in|at {ex}", "whats my personal best|record on|for|in|at? {ex}?",
            "was|is that a|my|an? new? pr|pb|record|best", "was|is that a|my|an? new? personal record|best", "did i just? get|hit|set a? new? pr|pb|record", "whats my heaviest {ex}", "how much can i {ex}"),
        PhraseRule.Command(m => new VoiceCommand.AskNext(), "whats|what next|after", "whats the? next exercise|one|up", "whats up? next", "whats after this|that", "what is next|up? next?", "what do i do next|now", "what do i do after this|that", "what comes next|after this|that?", "what should i put|load on the bar", "what exercise|exercises is|are? next",
            "what should i do next|now"),
        PhraseRule.Command(m => new VoiceCommand.AskVolume(m.Muscle), "how many sets did i do for|on {muscle} this week", "how many sets for|of|on {muscle} this week|far?", "how many {muscle} sets this week", "how many {muscle} sets have|did i do|done this week", "how many sets this week", "how many sets have i done for|on {muscle} this week?", "whats my {muscle}? volume this? week?", "how much volume for|on {muscle} this? week?"),
        PhraseRule.Command(m => new VoiceCommand.AskProgress(), "how many sets so? far|left", "how many sets have i done|left|got left|so? far?", "how many sets do i have left", "how many sets did i do so|today? far?", "what have i done so|today? far?", "how far am i|along", "how many sets are? left|remaining", "hows my workout going", "hows it going so far", "where am i", "how many exercises left|so far?", "how many sets to go"),
        PhraseRule.Command(m => new VoiceCommand.AskTemplate(m.Template!.Id), "whats|what in|on the|my? {tpl}", "what is in|on the|my? {tpl}", "show|read me? my|the? {tpl}", "what exercises|exercise are? in|on {tpl}", "what does {tpl} have|contain|include"),
        PhraseRule.Command(m => new VoiceCommand.AskBodyWeight(), "how much do i weigh", "what do i weigh", "whats my weight|bodyweight", "whats my body weight", "what is my weight|bodyweight", "what is my body weight", "how heavy am i"),
        new(m => Load.IsValid(m.Number) && m.Number > 0 ? VoiceReading.Of([new VoiceCommand.AskPlates(new Load(m.Number, m.Unit ?? m.Context.Unit))]) : null,
            "plates for|to|on? {load}", "what|which plates for|make|makes|is {load}", "what|which plates do i need|use|want for|to? make? {load}", "how do i load {load}", "what plates is {load}", "plate math|maths|breakdown for {load}", "how many plates is|for {load}"),
        new(Convert, "whats|what is? {load} in {unit}", "convert {load} to|into|in {unit}", "{load} in|to|into {unit}", "how much|many is? {load} in {unit}", "how many {unit} is|are|in {load}", "how much is? {load} in {unit}"),
    ];

    private static VoiceReading? Convert(Match match)
    {
        // The slots are filled left to right, so the unit asked for is the last one said; the load's own stands behind its number.
        var own = Own(match);
        var to = match.Unit!.Value;
        var from = own ?? (to == WeightUnit.Kg ? WeightUnit.Lb : WeightUnit.Kg);
        return Load.IsValid(match.Number) && match.Number > 0 ? VoiceReading.Of([new VoiceCommand.AskConvert(new Load(match.Number, from), from == to ? 1 - to : to)]) : null;
    }

    private static WeightUnit? Own(Match match)
    {
        var units = new List<WeightUnit>();
        foreach (var token in match.Tokens.Span)
        {
            if (Numbers.Units.Weight(token.Text) is { } unit)
            {
                units.Add(unit);
            }
        }

        return units.Count == 2 ? units[0] == match.Unit ? units[1] : units[0] : null;
    }
}
