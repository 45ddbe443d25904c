using TitanTrakr.Domain.Exchange.Reading;
using TitanTrakr.Domain.Exchange.Sheets;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Exchange.Dialects;

/// <summary>What was planned for an exercise. What breaks its rules is left open: only what was done must be right.</summary>
internal sealed partial class TitanReader
{
    private SetTarget? TargetOf(SheetRow row)
    {
        var target = new SetTarget(
            Whole(row, TitanColumns.TargetSets, 1, SetTarget.MostSets), RangeOf(row),
            LoadOf(row, TitanColumns.TargetLoad, TitanColumns.TargetLoadUnit),
            Value(row, TitanColumns.TargetRpe) is { } rpe && Shared.Rpe.IsValid(rpe) ? new Rpe(rpe) : null,
            Whole(row, TitanColumns.TargetRest, 0, SetTarget.LongestRest),
            Whole(row, TitanColumns.TargetDuration, 1, 86_400) is { } seconds ? new SetDuration(seconds) : null,
            DistanceOf(row),
            Kept(row, TitanColumns.TargetNote) is { } note ? CleanText.Cut(note, CleanText.Note) : null,
            SetCell.Planned(Kept(row, TitanColumns.TargetEach)));
        return target == SetTarget.Open ? null : target;
    }

    private LoadSuggestion? SuggestionOf(SheetRow row) =>
        LoadOf(row, TitanColumns.Suggested, TitanColumns.SuggestedUnit) is { } load && Kept(row, TitanColumns.SuggestedWhy) is { } why
            ? new LoadSuggestion(load, LoadOf(row, TitanColumns.SuggestedFrom, TitanColumns.SuggestedFromUnit), CleanText.Cut(why, CleanText.Note))
            : null;

    private RepRange? RangeOf(SheetRow row) =>
        Whole(row, TitanColumns.TargetRepsMin, Reps.Min, Reps.Max) is { } min && Whole(row, TitanColumns.TargetRepsMax, min, Reps.Max) is { } max
            ? new RepRange(min, max)
            : null;

    private Load? LoadOf(SheetRow row, string column, string unit) => Value(row, column) is { } load && Shared.Load.IsValid(load)
        ? new Load(load, Named<WeightUnit>(row, unit) ?? Shared.WeightUnit.Kg)
        : null;

    private Distance? DistanceOf(SheetRow row) =>
        Value(row, TitanColumns.TargetDistance) is { } value && Named<DistanceUnit>(row, TitanColumns.TargetDistanceUnit) is { } unit
        && Shared.Distance.IsValid(value, unit) ? new Distance(value, unit) : null;

    private int? Whole(SheetRow row, string column, int min, int max) =>
        Value(row, column) is { } number && decimal.IsInteger(number) && number >= min && number <= max ? (int)number : null;
}
