using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Templates;

/// <summary>Makes a plan of what was done.</summary>
public static class TemplateDraft
{
    /// <summary>The workout's exercises as a template would hold them.</summary>
    /// <param name="workout">Running or past.</param>
    /// <param name="origin">The template it was started from, where that is still there: notes and progress rules are taken over.</param>
    public static IReadOnlyList<TemplateExercise> Of(Workout workout, Template? origin) =>
        [.. workout.Exercises.Select(entry => Of(entry, origin?.Exercises.FirstOrDefault(planned => planned.ExerciseId == entry.ExerciseId)))];

    private static TemplateExercise Of(WorkoutExercise entry, TemplateExercise? origin) => new(
        entry.ExerciseId, entry.SupersetId, origin?.Note ?? entry.Note, TargetOf(entry), origin?.Progress);

    // Warm-ups are not planned. What a template had planned beside the load stays: the range, the effort, the rest.
    private static SetTarget? TargetOf(WorkoutExercise entry)
    {
        var planned = entry.Target is { } target ? target with { Note = null } : null;
        SetValues[] sets = [.. entry.Sets.Select(set => set.Values).Where(set => set.Kind != SetKind.Warmup).Take(SetTarget.MostSets)];
        if (sets.Length == 0)
        {
            return planned;
        }

        var (first, alike) = (sets[0], sets.All(set => set.Kind == sets[0].Kind && set.Load == sets[0].Load));
        return new SetTarget(
            sets.Length, planned?.Reps ?? RangeOf(sets), alike ? first.Load : null, planned?.Rpe, planned?.RestSeconds,
            Same(sets, set => set.DurationSeconds), Same(sets, set => set.Distance), null, alike ? null : [.. sets.Select(PlannedOf)]);
    }

    private static PlannedSet PlannedOf(SetValues set) => new(
        set.Kind == SetKind.Working ? null : set.Kind, RangeOf([set]), set.Load, null, null, set.DurationSeconds, set.Distance);

    private static RepRange? RangeOf(SetValues[] sets)
    {
        int[] reps = [.. sets.Where(set => set.Reps is not null).Select(set => set.Reps!.Value.Value)];
        return reps.Length == 0 ? null : new RepRange(reps.Min(), reps.Max());
    }

    private static T? Same<T>(SetValues[] sets, Func<SetValues, T?> of) => sets.Select(of).Distinct().Count() == 1 ? of(sets[0]) : default;
}
