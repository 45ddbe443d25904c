using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Exchange.Planning;

/// <summary>
/// Finds the exercise that a foreign name surely means. Apps write the equipment in brackets or not at all, so a name also fits when only
/// the exercise's own equipment makes the difference; what fits two is not sure and fits none.
/// </summary>
internal sealed class ExerciseNames
{
    private const decimal Like = 0.4m;
    private const int Most = 5;

    private readonly List<(Exercise Exercise, HashSet<string> Words)> _names;
    private readonly Dictionary<string, List<Exercise>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Exercise>> _bare = new(StringComparer.Ordinal);

    public ExerciseNames(IReadOnlyList<Exercise> exercises)
    {
        _names = [.. exercises.SelectMany(exercise => exercise.Aliases.Prepend(exercise.Name).Select(name => (exercise, WordsOf(name))))];
        foreach (var (exercise, words) in _names)
        {
            Add(_exact, Key(words), exercise);
            Add(_bare, exercise.Equipment + ":" + Key(Without(words, exercise.Equipment)), exercise);
        }
    }

    /// <summary>The exercise, or null when none is surely meant.</summary>
    public Exercise? Find(string name)
    {
        var words = WordsOf(name);
        return Only(_exact.GetValueOrDefault(Key(words))) ?? Only(
            [.. _bare.Keys.Select(key => key[..key.IndexOf(':', StringComparison.Ordinal)]).Distinct()
                .Where(equipment => Says(words, equipment))
                .SelectMany(equipment => _bare.GetValueOrDefault(equipment + ":" + Key(Without(words, equipment))) ?? []).Distinct()]);
    }

    /// <summary>Exercises like it, best first.</summary>
    public IReadOnlyList<ExerciseCandidate> Candidates(string name)
    {
        var words = WordsOf(name);
        return
        [
            .. _names.Select(known => (known.Exercise, Score: Overlap(words, known.Words)))
                .Where(found => found.Score >= Like)
                .GroupBy(found => found.Exercise)
                .Select(same => new ExerciseCandidate(same.Key.Id, same.Key.Name, decimal.Round(same.Max(found => found.Score), 2)))
                .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Name.Length)
                .Take(Most),
        ];
    }

    // One's own come last in the list: where a library exercise has the name too, one's own is meant.
    private static Exercise? Only(List<Exercise>? found) => found switch
    {
        null or [] => null,
        [var one] => one,
        _ => found.Where(exercise => Guid.TryParse(exercise.Id, out _)).ToList() is [var own] ? own : null,
    };

    private static bool Says(HashSet<string> words, string equipment) => TextFold.Words(equipment).All(words.Contains);

    private static HashSet<string> WordsOf(string name) => [.. TextFold.Words(name).Select(Plain)];

    // The plural of a muscle is the muscle; the fold keeps biceps and triceps apart from bicep and tricep.
    private static string Plain(string word) => word switch { "biceps" => "bicep", "triceps" => "tricep", _ => word };

    private static IEnumerable<string> Without(HashSet<string> words, string equipment) => words.Except(TextFold.Words(equipment));

    private static string Key(IEnumerable<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal));

    private static decimal Overlap(HashSet<string> a, HashSet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : a.Count(b.Contains) / (decimal)a.Union(b).Count();

    private static void Add(Dictionary<string, List<Exercise>> index, string key, Exercise exercise)
    {
        if (!index.TryGetValue(key, out var known))
        {
            index[key] = known = [];
        }

        if (!known.Contains(exercise))
        {
            known.Add(exercise);
        }
    }
}
