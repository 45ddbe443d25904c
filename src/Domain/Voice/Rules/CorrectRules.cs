using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Putting a set right, and taking sets out.</summary>
internal static class CorrectRules
{
    public static readonly PhraseRule[] All =
    [
        new(RemoveLast, "delete|remove|erase the|my|that? last one|set", "delete|remove|erase that set|one", "delete|remove that"),
        new(RemoveMany, "delete|remove|erase the|my? last {n} sets", "take off|out the|my? last {n} sets"),
        new(m => m.Number > 0 ? VoiceReading.Ask("How many reps did you get?") : null, "failed on|at the? {n}", "i failed on|at {n}"),
        new(m => VoiceReading.Ask("How many reps was that?"), "go|went? up|down a|one plate", "add|drop|lose a|one plate"),
        new(m => RemoveAt(m, (int)m.Number), "delete|remove|erase set number? {ord}", "delete|remove|erase set number? {ord} of|on|from {ex}", "delete|remove|erase the|my? {ord} set", "delete|remove|erase the|my? {ord} set of|on|from {ex}"),
        new(m => With(m, Latest(m)), "not {ex} {ex}", "no|actually? that|it was {ex} not {ex}", "i meant {ex} not {ex}"),
        new(m => Unit(m), "i meant|said {unit}", "that was in? {unit}", "no? in? {unit} not {unit}", "actually? that|those was|were {unit}", "sorry {unit}", "in {unit}"),
        new(m => Fix(m, Latest(m), m.Tail, true), "make that|it|the? last? one? {tail}", "change that|it to {tail}", "actually|no that|it was {tail}", "no|actually|sorry|correction|oops {tail}", "no it was {tail}", "i meant {tail}", "i meant to say {tail}", "should be|have been? {tail}", "that should be|have been? {tail}", "scratch that make it|that {tail}", "change|correct the last set|one to {tail}"),
        new(m => Fix(m, Latest(m), m.Tail, false), "that|it last? one|set? was|were {tail}", "the last one|set was {tail}", "last one|set was {tail}"),
        new(m => Fix(m, At(m), m.Tail, true), "change|make|correct set {ord} to? {tail}", "the? {ord} set was|is {tail}", "set {ord} was|is|should be? {tail}", "change|make|correct the {ord} set to? {tail}"),
        new(m => Fix(m, Latest(m), m.Tokens, false, true), "{tail}"),
    ];

    private static (string Id, int Set, VoiceSet Done)? Latest(Match m) => m.Context.Latest();

    private static (string Id, int Set, VoiceSet Done)? At(Match m)
    {
        var id = m.Exercise()?.Id ?? m.Context.FocusExerciseId;
        var at = (int)m.Number;
        return id is not null && m.Context.Entry(id) is { } entry && at >= 1 && at <= entry.Sets.Count ? (id, at, entry.Sets[at - 1]) : null;
    }

    private static VoiceReading? RemoveLast(Match m) => Latest(m) is { } last
        ? VoiceReading.Of([new VoiceCommand.RemoveSet(last.Id, last.Set)]) : VoiceReading.Reject("There is no set to remove.");

    private static VoiceReading? RemoveMany(Match m) => Latest(m) is { } last && m.Number >= 1 && m.Number <= last.Set
        ? VoiceReading.Of([.. Enumerable.Range(0, (int)m.Number).Select(i => new VoiceCommand.RemoveSet(last.Id, last.Set - i))])
        : VoiceReading.Reject("There aren't that many sets.");

    private static VoiceReading? RemoveAt(Match m, int set) => At(m) is { } there
        ? VoiceReading.Of([new VoiceCommand.RemoveSet(there.Id, set)]) : VoiceReading.Reject("That set isn't there.");

    private static VoiceReading? With(Match m, (string Id, int Set, VoiceSet Done)? last)
    {
        var first = m.Exercise(0)!.Id;
        var second = m.Exercise(1)!.Id;
        if (last is not { } set || first == second || (set.Id != first && set.Id != second))
        {
            return null;
        }

        return VoiceReading.Of([new VoiceCommand.CorrectSet(set.Id, set.Set, set.Id == first ? second : first)]);
    }

    private static VoiceReading? Unit(Match m) => Latest(m) is { Done.Load: { } load } last && m.Unit is { } unit && unit != load.Unit
        ? VoiceReading.Of([new VoiceCommand.CorrectSet(last.Id, last.Set, Load: new Load(load.Value, unit))]) : null;

    private static VoiceReading? Fix(Match m, (string Id, int Set, VoiceSet Done)? target, ReadOnlyMemory<Token> tail, bool numbers, bool bare = false) =>
        SetFix.Read(tail, m.Context, target, numbers, bare);
}
