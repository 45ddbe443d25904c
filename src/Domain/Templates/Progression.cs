using System.Globalization;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Templates;

/// <summary>What was done of an exercise last time.</summary>
/// <param name="Sets">In order, warm-ups included.</param>
/// <param name="Suggestion">What that session's load was raised to; null when it was not started from this template.</param>
public sealed record LastTime(IReadOnlyList<SetValues> Sets, LoadSuggestion? Suggestion);

/// <summary>
/// Double progression: the reps go up within their range, and when all sets reached its top the load goes up. The template stays as it
/// is; what was earned on top of it is carried from session to session, until the template's own load is changed.
/// </summary>
public static class Progression
{
    /// <summary>The exercise's target for today, and why its load isn't the template's.</summary>
    public static (SetTarget? Target, LoadSuggestion? Suggestion) Today(TemplateExercise planned, LastTime? last, LoadStep step)
    {
        if (planned is not { Target: { } target, Progress: { } rule } || last is null || PlannedSets.Of(target) is not { } plan)
        {
            return (planned.Target, null);
        }

        var done = last.Sets.Where(set => set.Kind is SetKind.Working or SetKind.Failure).ToList();
        var unit = plan.First?.Unit ?? done.FirstOrDefault(set => set.Load is not null)?.Load!.Unit ?? rule.Add.Unit;
        var carried = Carried(plan, last);
        if (plan.Reached(done, carried, unit) is { } at)
        {
            var to = step.Raise(at, rule.Add, unit);
            return Make(target, plan, to, unit, $"Last time {Sets(plan)} reached {Reps(plan, at, unit)}: {More(at, to, unit)}.");
        }

        return carried == 0
            ? (target, null)
            : Make(target, plan, plan.First!.Value + carried, unit, $"Last time not {Sets(plan)} reached {Reps(plan, plan.First.Value + carried, unit)}: stay there.");
    }

    private static decimal Carried(PlannedSets plan, LastTime last) =>
        last.Suggestion is { From: { } from } raised && from == plan.First ? raised.Load.Value - from.Value : 0;

    private static (SetTarget Target, LoadSuggestion? Suggestion) Make(SetTarget target, PlannedSets plan, decimal to, WeightUnit unit, string reason)
    {
        if (!Load.IsValid(to))
        {
            return (target, null);
        }

        var load = new Load(to, unit);
        var raise = to - (plan.First?.Value ?? to);
        var today = target with
        {
            Load = plan.First is null ? load : Raised(target.Load, raise),
            PerSet = target.PerSet is { } sets ? [.. sets.Select(set => set with { Load = Raised(set.Load, raise) })] : null,
        };
        return (today, new LoadSuggestion(load, plan.First, reason));
    }

    private static Load? Raised(Load? load, decimal raise) =>
        load is not null && Load.IsValid(load.Value + raise) ? new Load(load.Value + raise, load.Unit) : load;

    private static string Sets(PlannedSets plan) => plan.Count == 1 ? "the one planned set" : $"all {plan.Count} sets";

    private static string Reps(PlannedSets plan, decimal at, WeightUnit unit) =>
        plan.Tops.Distinct().Count() > 1 ? "the top of their ranges"
        : $"{plan.Tops[0]} reps" + at switch
        {
            0 => "",
            < 0 => $" with {Words(-at, unit)} of assistance",
            _ => $" at {Words(at, unit)}",
        };

    private static string More(decimal from, decimal to, WeightUnit unit) =>
        Words(to - from, unit) + (from < 0 ? " less assistance" : " more");

    private static string Words(decimal value, WeightUnit unit) =>
        value.ToString("0.###", CultureInfo.InvariantCulture) + (unit == WeightUnit.Kg ? " kg" : " lb");
}
