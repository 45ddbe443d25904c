using System.Globalization;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>Cases made by rule.</summary>
internal static class GeneratedCases
{
    /// <summary>Every name and alias of every exercise, with a set as the exercise is measured.</summary>
    public static IEnumerable<VoiceCase> Names(IEnumerable<Exercise> exercises)
    {
        foreach (var exercise in exercises)
        {
            var (said, read) = exercise.Measure switch
            {
                Measure.LoadReps => ("40 for 8", "40kg x8"),
                Measure.AssistedReps => ("40 for 8", "-40kg x8"),
                Measure.BodyweightReps => ("8 reps", "x8"),
                Measure.Time => ("45 seconds", "45s"),
                Measure.LoadDistance => ("40 kilos 30 metres", "40kg 30m"),
                _ => ("2 km in 10 minutes", "600s 2km"),
            };
            foreach (var name in exercise.Aliases.Prepend(exercise.Name).Where(n => !char.IsAsciiDigit(n[0])))
            {
                yield return new("library", $"{name} {said}", [$"log {exercise.Id} {read}"]);
                yield return new("library", $"{name.ToLowerInvariant().Replace('-', ' ')}, {said}", [$"log {exercise.Id} {read}"]);
            }
        }
    }

    /// <summary>Every load from 0.5 to 500 kg in every way of saying it.</summary>
    public static IEnumerable<VoiceCase> Loads()
    {
        for (var load = 1m; load <= 500; load += load < 200 ? 0.5m : 2.5m)
        {
            foreach (var said in SpokenNumbers.Of(load).Distinct())
            {
                yield return new("empty", $"leg press {said} kilos for 9", [string.Create(CultureInfo.InvariantCulture, $"log leg-press {load:0.#}kg x9")]);
            }
        }
    }

    /// <summary>Questions as a recogniser writes them that hears the voice go up.</summary>
    public static IEnumerable<VoiceCase> Asked(IEnumerable<VoiceCase> cases) =>
        cases.Where(c => c.Right.All(r => r.Length > 1 && !r.Contains(';', StringComparison.Ordinal) && r.Split(' ')[0].EndsWith('?'))).Select(c => c with { Said = c.Said.TrimEnd('?') + "?" });

    /// <summary>Noise that must change nothing, over cases that are read.</summary>
    public static IEnumerable<VoiceCase> Noisy(IEnumerable<VoiceCase> cases) => cases
        .Where(c => c.Right.All(r => r is not ("?" or "-" or "!" or "~") && !r.Contains("note ", StringComparison.Ordinal) && !r.Contains("save ", StringComparison.Ordinal) && !r.Contains("start \"", StringComparison.Ordinal)))
        .SelectMany(c => new[] { c.Said.ToUpperInvariant() + ".", $"okay, {c.Said} please", $"uh  so  {c.Said}" }.Select(s => c with { Said = s }));
}
