using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Templates;

/// <summary>Which loads an exercise can be done with: its empty bar and the smallest increase, where the account said so.</summary>
public sealed record LoadStep(Load? Bar, Load? Step)
{
    /// <summary>The load that is <paramref name="add"/> heavier, in the same unit, and there to be lifted: never the one it came from. Assistance ends at none.</summary>
    public decimal Raise(decimal from, Load add, WeightUnit unit)
    {
        var step = Step is { Value: > 0 } own && own.Unit == unit ? own.Value : Default(add, unit);
        var bar = Bar is not null && Bar.Unit == unit ? Bar.Value : 0;
        var wanted = from + In(add, unit);
        var raised = step == 0 ? wanted : bar + (step * Math.Max(
            decimal.Round((wanted - bar) / step, MidpointRounding.AwayFromZero), decimal.Floor((from - bar) / step) + 1));
        var heavier = decimal.Round(raised, 3);
        return from < 0 && heavier > 0 ? 0 : heavier;
    }

    // What was entered in the load's own unit is meant as it is; converted it would be a number that no plate makes.
    private static decimal Default(Load add, WeightUnit unit) => add.Unit == unit ? 0 : unit == WeightUnit.Kg ? 0.5m : 1m;

    private static decimal In(Load load, WeightUnit unit) =>
        load.Unit == unit ? load.Value : unit == WeightUnit.Kg ? load.Kilograms : load.Kilograms / Load.KilogramsPerPound;
}
