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
        for (var load = 0.5m; load <= 500; load += load < 200 ? 0.5m : 2.5m)
        {
            foreach (var said in SpokenNumbers.Of(load).Distinct())
            {
                yield return new("empty", $"leg press {said} kilos for 9", [string.Create(CultureInfo.InvariantCulture, $"log leg-press {load:0.#}kg x9")]);
            }
        }
    }

    /// <summary>Names as recognisers run their words together and cut them apart: "benchpress", "pull down".</summary>
    public static IEnumerable<VoiceCase> JoinedAndSplit(IEnumerable<Exercise> exercises)
    {
        foreach (var exercise in exercises.Where(e => e.Measure == Measure.LoadReps))
        {
            var words = exercise.Name.ToLowerInvariant().Split(' ', '-');
            for (var at = 0; at + 1 < words.Length; at++)
            {
                var joined = string.Join(' ', [.. words[..at], words[at] + words[at + 1], .. words[(at + 2)..]]);
                yield return new("library", joined + " 40 for 9", [$"log {exercise.Id} 40kg x9"]);
            }

            foreach (var (whole, apart) in Compounds)
            {
                if (Array.IndexOf(words, whole) >= 0)
                {
                    yield return new("library", string.Join(' ', words).Replace(whole, apart, StringComparison.Ordinal) + " 40 for 9", [$"log {exercise.Id} 40kg x9"]);
                }
            }
        }
    }

    /// <summary>One set in all the ways a recogniser may write what was heard.</summary>
    public static IEnumerable<VoiceCase> Misheard()
    {
        foreach (var load in new[] { "20", "62.5", "80", "102.5", "140" })
        {
            for (var reps = 1; reps <= 12; reps++)
            {
                var right = $"log leg-press {load}kg x{reps}";
                foreach (var said in Heard(load, reps))
                {
                    yield return new("empty", "leg press " + said, [right]);
                }

                // Where it could be another number too, asking is as right.
                foreach (var said in new[] { $"{load} four {reps}", $"{load} 4 {reps}", $"{load} to {reps}" })
                {
                    yield return new("empty", "leg press " + said, [right, "~"]);
                }
            }
        }
    }

    private static readonly (string Whole, string Apart)[] Compounds =
        [("deadlift", "dead lift"), ("pulldown", "pull down"), ("pushdown", "push down"), ("pullover", "pull over"), ("kickback", "kick back"), ("dumbbell", "dumb bell"), ("barbell", "bar bell"), ("overhead", "over head"), ("kettlebell", "kettle bell")];

    private static readonly Dictionary<int, string[]> Homophones = new() { [1] = ["won"], [2] = ["to", "too"], [3] = ["tree"], [4] = ["for", "fore"], [8] = ["ate"], [10] = ["tin"] };

    private static IEnumerable<string> Heard(string load, int reps)
    {
        foreach (var kilos in new[] { "kilos", "kg", "kgs", "cages", "kilo's", "k g" })
        {
            yield return $"{load} {kilos} for {reps}";
        }

        foreach (var count in new[] { "reps", "wraps", "raps", "rips", "laps", "repetitions" })
        {
            yield return $"{load} for {reps} {count}";
            yield return $"{reps} {count} at {load}";
        }

        foreach (var word in Homophones.GetValueOrDefault(reps) ?? [])
        {
            yield return $"{load} for {word}";
            yield return $"{load} for {word} reps";
            yield return $"{load} kilos for {word} reps";
        }

        foreach (var said in new[] { $"{load}kg x {reps}", $"{load}kg x{reps}", $"{load}kgx{reps}", $"{load} kg × {reps}", $"{load.Replace('.', ',')} kg for {reps}", $"{load} fore {reps}", $"{load} kilos four {reps} reps", $"{load}kg, {reps} reps" })
        {
            yield return said;
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
