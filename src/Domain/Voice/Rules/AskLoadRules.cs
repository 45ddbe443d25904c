using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Plates for a load, and a load in the other unit.</summary>
internal static class AskLoadRules
{
    public static readonly PhraseRule[] All =
    [
        new("ask plates", Weights.Question, Plates,
            "plates (for|to make|on|to get to|needed for)? {load}", "plates (per|each|a) side for {load}", "(what|which|how many) plates (for|make|makes|is|are|do i need for|do i need to make|do i use for|do i put on for|go on for|do i want for|to make|would i need for|should i use for|needed for|do i load for|on the bar for|each side for|a side for|per side for)? {load}",
            "(what|which) plates (do i|to|should i) (need|use|put on|load) [to make|for]? {load}", "what (do|should|would) i (put|load|need) on [the|my] bar (for|to get|to make) {load}", "how (do|would|should) i [make|load|get to|set up|build|plate]? [up|the bar]? [for|to|with]? {load}", "how do i (make|load|get to|set up|build) {load} [on the bar]?", "(what goes|what do i put|whats|what do i need) on [each|the|either]? (side|bar|sides) [of the bar]? for {load}", "(plate math|plate maths|plate breakdown|loading|plate calculator|load the bar) for {load}", "whats {load} in plates",
            "break down {load} [into plates]?", "{load} in plates", "what plates {load}", "{load} plates? breakdown"),
        new("ask convert", Weights.Question + 0.001, Convert,
            "(whats|what is|how much is|what would|convert|what about)? {load} (in|to|into|be in|as) {unit}", "(whats|how much is) {load} (in|to|into) {unit}", "how (much|many) {unit} (is|are|in|does) {load} [make]?", "how many {unit} [are]? in {load}", "convert {load} (to|into|in) {unit}"),
    ];

    private static VoiceReading? Plates(Match m) => Load.IsValid(m.Number) && m.Number > 0 && m.Tokens.Length > 1
        ? VoiceReading.Of([new VoiceCommand.AskPlates(new Load(m.Number, m.LoadUnit ?? m.Context.Unit))]) : null;

    private static VoiceReading? Convert(Match m)
    {
        var to = m.Unit!.Value;
        var from = m.LoadUnit ?? (to == WeightUnit.Kg ? WeightUnit.Lb : WeightUnit.Kg);
        return Load.IsValid(m.Number) && m.Number > 0 && from != to ? VoiceReading.Of([new VoiceCommand.AskConvert(new Load(m.Number, from), to)]) : null;
    }
}
