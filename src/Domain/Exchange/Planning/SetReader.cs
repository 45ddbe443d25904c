using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Exchange.Planning;

/// <summary>Makes a set of a foreign row: values within their rules, in a unit, on an exercise. What doesn't fit is left out and said.</summary>
internal sealed class SetReader(WeightUnit weightUnit, DistanceUnit distanceUnit, bool undust)
{
    public List<Doubt> Doubts { get; } = [];

    public List<DustFinding> Dust { get; } = [];

    /// <summary>The set's values, or null when the row makes no set.</summary>
    public SetValues? Read(ForeignRow row, Measure measure)
    {
        var values = new SetValues(
            LoadOf(row, measure), RepsOf(row), RpeOf(row), row.Kind, row.Exact?.Side, DurationOf(row), DistanceOf(row), row.SetNote);
        if (values is { Reps: null, DurationSeconds: null, Distance: null })
        {
            return LeftOut(row, "No reps, time or distance: nothing was done.");
        }

        return SetShape.Fault(values, measure) is { } fault ? LeftOut(row, fault.Members.First().Value[0]) : values;
    }

    private SetValues? LeftOut(ForeignRow row, string why)
    {
        Doubts.Add(new Doubt(row.Source.Line, why, LeftOut: true));
        return null;
    }

    private T? Not<T>(ForeignRow row, string what, string rule)
    {
        Doubts.Add(new Doubt(row.Source.Line, $"{what} is not taken. {rule}", LeftOut: false));
        return default;
    }

    private Load? LoadOf(ForeignRow row, Measure measure)
    {
        // Apps write 0 where there is no weight; ours writes nothing then, and 0 only where it was said.
        if (row.Weight is not { } weight || (weight == 0 && row.Exact is null))
        {
            return null;
        }

        var value = row.Exact is null ? Even(measure == Measure.AssistedReps ? -Math.Abs(weight) : weight) : weight;
        if (!Load.IsValid(value))
        {
            return Not<Load>(row, $"The weight {weight}", Load.Rule);
        }

        var entered = new Load(value, row.WeightUnit ?? weightUnit);
        return row.Exact is null ? Dusted(row, entered) : entered;
    }

    private Load Dusted(ForeignRow row, Load entered)
    {
        if (UnitDust.Offer(Math.Abs(entered.Value), entered.Unit) is not { } even)
        {
            return entered;
        }

        var signed = entered.Value < 0 ? new Load(-even.Value, even.Unit) : even;
        Dust.Add(new DustFinding(row.Source.Line, entered, signed));
        return undust ? signed : entered;
    }

    // To what is kept, and without the zeros that apps write behind: dividing by a one of many digits drops them.
    private static decimal Even(decimal number) => decimal.Round(number, 3) / 1.000000000000000000000000000m;

    private Reps? RepsOf(ForeignRow row) => row.Reps switch
    {
        null or 0 => null,
        { } reps when decimal.IsInteger(reps) && reps is >= Reps.Min and <= Reps.Max => new Reps((int)reps),
        { } reps => Not<Reps?>(row, $"The count of reps {reps}", Reps.Rule),
    };

    private Rpe? RpeOf(ForeignRow row) => row.Rpe switch
    {
        null or 0 => null,
        { } rpe when Rpe.IsValid(rpe) => new Rpe(rpe),
        { } rpe => Not<Rpe?>(row, $"The RPE {rpe}", Rpe.Rule),
    };

    private SetDuration? DurationOf(ForeignRow row) => row.Seconds switch
    {
        null or 0 => null,
        { } seconds when seconds is > 0 and <= 86_400 => new SetDuration(Math.Max(1, (int)decimal.Round(seconds))),
        { } seconds => Not<SetDuration?>(row, $"The time of {seconds} s", SetDuration.Rule),
    };

    private Distance? DistanceOf(ForeignRow row)
    {
        if (row.Distance is not { } distance || distance == 0)
        {
            return null;
        }

        var (value, unit) = (row.Exact is null ? Even(distance) : distance, row.DistanceUnit ?? distanceUnit);
        return Distance.IsValid(value, unit) ? new Distance(value, unit) : Not<Distance>(row, $"The distance {distance}", Distance.Rule);
    }
}
