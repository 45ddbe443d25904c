using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>Turns a load as said into kilos or pounds on the bar.</summary>
internal static class LoadResolver
{
    private static readonly string[] OneSided = ["lunge", "split", "step", "single", "one", "unilateral", "landmine", "suitcase", "side"];

    // Machines with plates on either side, and those with a stack that is moved with one arm or leg at a time; of the others it can't be told.
    private static readonly string[] WithPlates = ["leg press", "squat", "thrust", "calf"], WithStack = ["extension", "curl", "deck", "fly", "lateral", "duction", "crunch", "kickback"];

    public static Load? Resolve(Item item, Exercise exercise, VoiceContext context, VoiceSet? last, bool assisted = false)
    {
        last = item.As == Amount.SameAsLastSession ? context.LastSessionSet(exercise.Id) : item.OfSet > 0 ? context.Set(exercise.Id, item.OfSet) : last;
        var unit = item.Unit ?? (item.As is Amount.Change ? last?.Load?.Unit : null) ?? context.Unit;
        unit = item.As is Amount.Same or Amount.SameAsLastSession ? last?.Load?.Unit ?? unit : unit;
        var value = item.As switch
        {
            // Tens on a bar may be plates: what was on it is asked.
            Amount.Absolute when item.Plural && IsOnBar(exercise) => null,
            Amount.Absolute => assisted || exercise.Measure == Measure.AssistedReps ? -Math.Abs(item.Value) : item.Value,
            Amount.Change when last?.Load is { } load && load.Unit == unit && (item.Value > 0 || load.Value < 0 || -item.Value <= load.Value / 2) => load.Value + item.Value,
            Amount.Change when last is not null && last.Load is null && exercise.Measure == Measure.BodyweightReps => item.Value,
            Amount.Same or Amount.SameAsLastSession when last?.Load is { } load => load.Value,
            Amount.PerSide => PerSide(item, exercise, context, unit),
            _ => (decimal?)null,
        };
        return value is { } v && v != 0 && Load.IsValid(v) ? new Load(v, unit) : null;
    }

    private static decimal? PerSide(Item item, Exercise exercise, VoiceContext context, WeightUnit unit) => exercise.Equipment switch
    {
        "machine" or "sled" when item.Value > 0 => item.Value * 2,
        // Loaded at one end only: what a side has is anybody's guess.
        _ when ExerciseLibrary.IsLoadedAtOneEnd(exercise.Id) && item.Value > 0 => null,
        _ when IsOnBar(exercise) => (item.Value * 2) + Bar(exercise, context, unit),
        "dumbbell" when item.Plural => item.Value,
        _ => null,
    };

    /// <summary>What was said of a side, where the exercise has a load on either.</summary>
    public static Item Hung(Item item, Exercise exercise) => item.Sided && HangsOnSides(exercise) ? item with { Code = 'L', As = Amount.PerSide } : item;

    /// <summary>Whether "a side" says what hangs there: done with one arm or leg at a time, or loaded at one end, it says how often it was done.</summary>
    public static bool HangsOnSides(Exercise exercise) =>
        (IsOnBar(exercise) || exercise.Equipment is "sled" || (exercise.Equipment is "machine" && Names(exercise, WithPlates))) && !ExerciseLibrary.IsLoadedAtOneEnd(exercise.Id) && !Names(exercise, OneSided);

    /// <summary>Whether it can't be told which of both it says.</summary>
    public static bool MayHangOnSides(Exercise exercise) => exercise.Equipment is "machine" && !Names(exercise, WithPlates) && !Names(exercise, WithStack) && !Names(exercise, OneSided);

    private static bool Names(Exercise exercise, string[] words) => Array.Exists(words, word => exercise.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether its load hangs on a bar of a known weight.</summary>
    public static bool IsOnBar(Exercise? exercise) => exercise?.Equipment is "barbell" or "ez bar" or "trap bar" or "smith machine";

    private static decimal? Bar(Exercise exercise, VoiceContext context, WeightUnit unit)
    {
        var bar = context.Bars.GetValueOrDefault(exercise.Id) ?? context.DefaultBar ?? new Load(unit == WeightUnit.Kg ? 20 : 45, unit);
        return bar.Unit == unit ? bar.Value : null;
    }
}
