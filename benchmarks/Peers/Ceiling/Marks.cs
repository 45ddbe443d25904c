namespace TitanTrakr.Ceiling;

/// <summary>Which records each set of an exercise sets, against those of before and the sets before it.</summary>
internal static class Marks
{
    private static readonly string[] Kinds = ["maxLoad", "maxReps", "estimatedOneRepMax", "maxSetVolume", "longestDuration", "longestDistance"];

    /// <summary>Marks the sets of all entries of an exercise.</summary>
    public static void Put(Entry[] entries, string exerciseId)
    {
        List<Mark>? bests = null;
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].ExerciseId != exerciseId)
            {
                continue;
            }

            bests ??= [.. entries[i].Bests.Select(best => new Mark(Array.IndexOf(Kinds, best.Kind), best.Value, best.AtLoad))];
            var sets = entries[i].Sets;
            for (var j = 0; j < sets.Length; j++)
            {
                var made = Made(sets[j].Values, entries[i].Measure, bests);
                sets[j] = made.AsSpan().SequenceEqual(sets[j].Records) ? sets[j] : sets[j] with { Records = made };
            }
        }
    }

    private static string[] Made(SetValues set, string measure, List<Mark> bests)
    {
        if (set.Kind == "warmup")
        {
            return [];
        }

        List<Mark>? made = null;
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            if (Value(kind, set, measure) is { } value)
            {
                var mark = new Mark(kind, value, kind == 1 ? Load(set, measure) : null);
                if (!bests.Exists(best => best.Kind == kind && best.IsAsGoodAs(mark)))
                {
                    (made ??= []).Add(mark);
                }
            }
        }

        if (made is null)
        {
            return [];
        }

        bests.RemoveAll(best => made.Exists(mark => mark.Kind == best.Kind && mark.IsAsGoodAs(best)));
        bests.AddRange(made);
        return [.. made.Select(mark => Kinds[mark.Kind])];
    }

    private static decimal? Value(int kind, SetValues set, string measure) => kind switch
    {
        0 => Load(set, measure),
        1 => set.Reps,
        2 => measure is "bodyweightReps" or "assistedReps" ? null : Estimate(set),
        3 => Volume(set) is > 0 and var volume ? volume : null,
        4 => set.DurationSeconds,
        _ => set.Distance is { } distance ? distance.Value * Metres(distance.Unit) : null,
    };

    private static decimal? Load(SetValues set, string measure) => (measure, set.Load) switch
    {
        ("assistedReps", { } help) => -Math.Abs(help.Kilograms),
        (_, { } load) => load.Kilograms,
        ("bodyweightReps", null) when set.Reps is not null => 0,
        _ => null,
    };

    private static decimal? Estimate(SetValues set) => (set.Load, set.Reps) switch
    {
        ({ Value: > 0 }, 1) => set.Load.Kilograms,
        ({ Value: > 0 }, <= 12 and var reps) => decimal.Round(set.Load.Kilograms * (1 + (reps / 30m)), 3),
        _ => null,
    };

    public static decimal Volume(SetValues set) =>
        set is { Load.Value: > 0, Reps: { } reps } ? decimal.Round(set.Load.Kilograms * reps, 3) : 0;

    private static decimal Metres(string unit) => unit switch { "km" => 1000m, "mi" => 1609.344m, "yd" => 0.9144m, _ => 1m };

    private readonly record struct Mark(int Kind, decimal Value, decimal? AtLoad)
    {
        public bool IsAsGoodAs(Mark other) =>
            Value >= other.Value && (Kind != 1 || (AtLoad ?? decimal.MinValue) >= (other.AtLoad ?? decimal.MinValue));
    }
}
