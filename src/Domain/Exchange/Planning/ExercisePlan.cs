using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Exchange.Planning;

/// <summary>Places every exercise of a file: as the caller maps it, else where a name is surely the same, else anew.</summary>
internal sealed class ExercisePlan
{
    private readonly Dictionary<string, Exercise> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ExerciseFinding> _findings = [];
    private readonly Dictionary<string, Exercise> _made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Exercise> _known;
    private readonly ExerciseNames _names;
    private readonly ImportOptions _options;

    public ExercisePlan(IReadOnlyList<ForeignRow> rows, IReadOnlyList<Exercise> known, ImportOptions options)
    {
        (_options, _names) = (options, new ExerciseNames(known));
        _known = known.GroupBy(exercise => exercise.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        foreach (var (name, of) in rows.Where(row => row.Exercise is not null).GroupBy(KeyOf, StringComparer.OrdinalIgnoreCase).Select(same => (same.Key, same.ToList())))
        {
            Place(name, of);
        }
    }

    public IReadOnlyList<ExerciseFinding> Findings => _findings;

    public IReadOnlyList<Exercise> Made => [.. _made.Values];

    public Exercise Of(ForeignRow row) => _byName[KeyOf(row)];

    // In our own dialect two exercises may share a name: the id tells them apart.
    private static string KeyOf(ForeignRow row) => row.Exact?.Exercise is { } exact ? exact.Id + " " + row.Exercise : row.Exercise!;

    private void Place(string key, List<ForeignRow> rows)
    {
        var profile = new ExerciseProfile(rows[0].Exercise!, rows);
        var (exercise, outcome) = Find(profile, rows[0].Exact?.Exercise);
        if (outcome == ExerciseOutcome.Created)
        {
            _made.TryAdd(exercise.Id, exercise);
        }

        _byName[key] = exercise;
        _findings.Add(new ExerciseFinding(
            profile.Name, profile.Sets.Count, outcome, exercise.Id, exercise.Name,
            outcome == ExerciseOutcome.Created ? _names.Candidates(profile.Name) : []));
    }

    private (Exercise Exercise, ExerciseOutcome Outcome) Find(ExerciseProfile profile, Exercise? exact)
    {
        if (_options.Mapping.TryGetValue(profile.Name, out var id) && _known.TryGetValue(id, out var mapped))
        {
            return (mapped, ExerciseOutcome.Mapped);
        }

        return exact is not null ? FindExact(profile, exact)
            : _names.Find(profile.Name) is { } found && profile.Fits(found.Measure) ? (found, ExerciseOutcome.Matched)
            : (NewExercise.Of(profile, _options.ImportId), ExerciseOutcome.Created);
    }

    // One's own stays one's own, under its id, unless the account has one of the same name that is measured the same.
    private (Exercise Exercise, ExerciseOutcome Outcome) FindExact(ExerciseProfile profile, Exercise exact)
    {
        var isOwn = Guid.TryParse(exact.Id, out _);
        var same = _known.GetValueOrDefault(exact.Id) ?? _known.Values.FirstOrDefault(known =>
            Guid.TryParse(known.Id, out _) && known.Measure == exact.Measure && known.Name.Equals(exact.Name, StringComparison.OrdinalIgnoreCase));
        return same is not null ? (same, ExerciseOutcome.Matched)
            : isOwn ? (exact, ExerciseOutcome.Created)
            : (NewExercise.Of(profile, _options.ImportId) with { Measure = exact.Measure }, ExerciseOutcome.Created);
    }
}
