using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Exchange.Planning;

/// <summary>What the sets of one foreign exercise hold: enough to tell what it is measured by.</summary>
internal sealed class ExerciseProfile
{
    private readonly int _reps, _loads, _seconds, _distances;

    public ExerciseProfile(string name, IReadOnlyList<ForeignRow> rows)
    {
        var sets = rows.Where(row => row.Role == RowRole.Set).ToList();
        (Name, Sets) = (name, sets);
        Category = rows.Select(row => row.Category).FirstOrDefault(category => category is not null);
        (_reps, _loads) = (sets.Count(row => row.Reps > 0), sets.Count(row => row.Weight > 0));
        (_seconds, _distances) = (sets.Count(row => row.Seconds > 0), sets.Count(row => row.Distance > 0));
    }

    public string Name { get; }

    public IReadOnlyList<ForeignRow> Sets { get; }

    public string? Category { get; }

    /// <summary>Whether weights of it help instead of being lifted: apps write assistance without a sign, and say so in the name.</summary>
    public bool IsAssisted => Name.Contains("assisted", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a new exercise of this kind is measured by.</summary>
    public Measure Measure =>
        _distances * 2 >= Math.Max(1, Sets.Count) ? (_loads * 2 >= Sets.Count ? Measure.LoadDistance : Measure.DistanceTime)
        : _reps == 0 && _seconds > 0 ? Measure.Time
        : IsAssisted && _loads > 0 ? Measure.AssistedReps
        : _loads > 0 ? Measure.LoadReps
        : Measure.BodyweightReps;

    /// <summary>Whether most of its sets make sense on an exercise measured so.</summary>
    public bool Fits(Measure measure) => Sets.Count == 0 || Sets.Count(row => Fits(row, measure)) * 2 >= Sets.Count;

    private static bool Fits(ForeignRow row, Measure measure) => measure switch
    {
        Measure.LoadReps or Measure.BodyweightReps or Measure.AssistedReps => row.Reps > 0 || row.Seconds > 0,
        Measure.Time => row.Seconds > 0,
        Measure.LoadDistance or Measure.DistanceTime => row.Distance > 0 || row.Seconds > 0,
    };
}
