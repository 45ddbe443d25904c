using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>The names of an account's exercises, prepared once for matching.</summary>
public sealed class ExerciseIndex
{
    private static readonly HashSet<string> Variants = new(StringComparer.Ordinal)
    {
        "incline", "decline", "low", "high", "seated", "standing", "lying", "kneeling", "reverse", "close", "wide", "narrow", "neutral", "front", "overhead", "floor", "assisted", "sumo", "chest", "leg", "shoulder",
        "hammer", "preacher", "flat", "military", "strict", "lateral", "rear", "walking", "hanging", "straight",
    };

    private const int ShortestPart = 3, Starts = 1024, Longest = 63;
    private readonly Dictionary<string, Exercise> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Exercise>> _byJoined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Exercise>> _learned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Exercise>> _bySorted = new(StringComparer.Ordinal);
    private readonly List<Exercise> _all = [];
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Name, Exercise Exercise)>> _byStart = new(StringComparer.Ordinal);
    private readonly ulong[] _lengths = new ulong[Starts];
    private readonly Dictionary<string, List<string[]>> _namesById = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _equipment = new(StringComparer.Ordinal) { "machine", "cable", "smith", "band", "rope" };
    private readonly Dictionary<string, List<Exercise>> _byEquipment = new(StringComparer.Ordinal);
    private readonly HashSet<string> _muscles = new(StringComparer.Ordinal);

    /// <summary>Prepares the library, one's own exercises and learned aliases (exercise id → what is said).</summary>
    public ExerciseIndex(IEnumerable<Exercise> exercises, IEnumerable<KeyValuePair<string, string>>? learnedAliases = null)
    {
        ArgumentNullException.ThrowIfNull(exercises);
        foreach (var exercise in exercises)
        {
            _byId[exercise.Id] = exercise;
            _all.Add(exercise);
            Add(exercise);
        }

        foreach (var (id, alias) in learnedAliases ?? [])
        {
            if (_byId.TryGetValue(id, out var exercise))
            {
                AddName(alias, exercise);
                // Taught by this account, so it wins over what the words mean to everybody.
                _learned[NameText.Join(NameText.Stems(alias))] = [exercise];
            }
        }

        foreach (var having in _byWord.Values)
        {
            having.Sort();
        }
    }

    internal IReadOnlySet<string> Muscles => _muscles;

    internal SoundIndex Sounds { get; } = new();

    /// <summary>The exercise with this id, if known.</summary>
    public Exercise? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The name of an exercise, its id when unknown.</summary>
    public string NameOf(string id) => Find(id)?.Name ?? id;

    /// <summary>Exercises with just this name, its words run together.</summary>
    internal IReadOnlyList<Exercise> ByJoined(ReadOnlySpan<char> joined) => !MayBeName(joined) ? [] :
        (_learned.Count > 0 && _learned.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(joined, out var found))
        || _byJoined.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(joined, out found) ? found : [];

    /// <summary>Whether the words are an exercise's own name, not just another word for it.</summary>
    internal bool IsProperName(string words)
    {
        var joined = NameText.Join(NameText.Stems(words));
        return _byJoined.GetValueOrDefault(joined) is { } named && named.Exists(exercise => NameText.Join(NameText.Stems(exercise.Name)) == joined);
    }

    /// <summary>Exercises whose name has just these words, sorted.</summary>
    internal IReadOnlyList<Exercise> BySorted(ReadOnlySpan<char> sorted) =>
        _bySorted.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(sorted, out var found) ? found : [];

    /// <summary>Whether a word stands in some name and tells exercises apart.</summary>
    internal bool IsWord(string stem) => _byWord.ContainsKey(stem);

    /// <summary>Whether a word stands in some name at all.</summary>
    internal bool IsInAName(string stem) => _words.Contains(stem);

    /// <summary>Whether a word says which of several alike exercises is meant: it is never heard for another.</summary>
    internal bool TellsApart(string stem) => IsWord(stem) && (_equipment.Contains(stem) || Variants.Contains(stem));

    internal bool Has(Exercise exercise, string stem) => _byWord.TryGetValue(stem, out var having) && having.Exists(at => ReferenceEquals(_all[at], exercise));

    internal bool IsEquipment(string stem) => _equipment.Contains(stem);

    /// <summary>Exercises done with what is named by two words: "trap bar".</summary>
    internal IReadOnlyList<Exercise> ByEquipment(ReadOnlySpan<char> joined) =>
        _byEquipment.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(joined, out var found) ? found : [];

    /// <summary>Exercises one of whose names holds all of these words.</summary>
    internal List<Exercise> HoldingAll(IReadOnlyList<string> stems)
    {
        var telling = stems.Where(IsWord).ToList();
        var found = telling.Count == 0 ? [] : Holding(telling);
        // One for all of them: many are looked at, for each stretch of a sentence.
        Predicate<string[]> holds = name => Holds(name, stems);
        found.RemoveAll(e => !_namesById[e.Id].Exists(holds));
        return found;
    }

    /// <summary>Whether these words leave out of every name of the exercise one that tells it apart: "bench press machine" of the Smith machine's.</summary>
    internal bool LeavesOut(Exercise exercise, IReadOnlyList<string> stems) =>
        _namesById[exercise.Id].TrueForAll(name => Array.Exists(name, stem => TellsApart(stem) && !stems.Contains(stem)) || !Holds(name, stems));

    private static bool Holds(string[] name, IReadOnlyList<string> stems)
    {
        for (var i = 0; i < stems.Count; i++)
        {
            if (Array.IndexOf(name, stems[i]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether one of its names has just so many words.</summary>
    internal bool HasNameOf(Exercise exercise, int words) => _namesById[exercise.Id].Exists(name => name.Length == words);

    /// <summary>Exercises whose name holds every one of these words.</summary>
    internal List<Exercise> Holding(IReadOnlyList<string> stems)
    {
        var found = _byWord.GetValueOrDefault(stems[0]) ?? [];
        for (var i = 1; i < stems.Count && found.Count > 0; i++)
        {
            found = Both(found, _byWord.GetValueOrDefault(stems[i]) ?? []);
        }

        return [.. found.Select(at => _all[at])];
    }

    // Both are in the order in which the exercises were given.
    private static List<int> Both(List<int> a, List<int> b)
    {
        var both = new List<int>();
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i] == b[j])
            {
                both.Add(a[i]);
            }

            var least = Math.Min(a[i], b[j]);
            i += a[i] == least ? 1 : 0;
            j += b[j] == least ? 1 : 0;
        }

        return both;
    }

    /// <summary>Whether a name starts with this word and has a number in it: "concept two".</summary>
    internal bool StartsNumbered(string stem) => _numbered.Contains(stem);

    /// <summary>Exercises one of whose names these words shorten, each at least to three letters: "lat raise", "tri extension".</summary>
    internal List<Exercise> Shortened(IReadOnlyList<string> stems)
    {
        var found = new List<Exercise>();
        foreach (var (name, exercise) in _byStart.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(StartOf(stems[0]), out var alike) ? alike : [])
        {
            if (name.Length == stems.Count && Shortens(stems, name) && !found.Contains(exercise))
            {
                found.Add(exercise);
            }
        }

        return found;
    }

    private static ReadOnlySpan<char> StartOf(string stem) => stem.AsSpan(0, Math.Min(ShortestPart, stem.Length));

    // One word at least as it stands in the name.
    private bool Shortens(IReadOnlyList<string> stems, string[] name)
    {
        var whole = false;
        for (var i = 0; i < name.Length; i++)
        {
            whole |= name[i] == stems[i] && IsWord(stems[i]);
            if (name[i] != stems[i] && !(stems[i].Length >= ShortestPart && name[i].StartsWith(stems[i], StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return whole;
    }

    // By its first two letters and how many it has: most runs of words are no name, and this tells it without looking further.
    private bool MayBeName(ReadOnlySpan<char> joined) => (_lengths[Start(joined)] & (1UL << Math.Min(joined.Length, Longest))) != 0;

    private static int Start(ReadOnlySpan<char> joined) => ((joined[0] * 31) + (joined.Length > 1 ? joined[1] : 0)) % Starts;

    private void Add(Exercise exercise)
    {
        AddName(exercise.Name, exercise);
        foreach (var alias in exercise.Aliases)
        {
            AddName(alias, exercise);
        }

        var equipment = NameText.Stems(exercise.Equipment);
        if (equipment.Count > 1)
        {
            Put(_byEquipment, NameText.Join(equipment), exercise);
        }

        _equipment.UnionWith(equipment.Where(w => w is not "wheel" and not "sled" and not "cardio" and not "bodyweight"));
        _muscles.Add(exercise.PrimaryMuscle.ToLowerInvariant());
    }

    private void AddName(string name, Exercise exercise)
    {
        var stems = NameText.Stems(name);
        if (stems.Count == 0)
        {
            return;
        }

        var joined = NameText.Join(stems);
        Put(_byJoined, joined, exercise);
        _lengths[Start(joined)] |= 1UL << Math.Min(joined.Length, Longest);
        Put(_bySorted, NameText.SortedKey(stems), exercise);
        Sounds.Add(joined, exercise);
        _words.UnionWith(stems);
        string[] words = [.. stems];
        Put(_namesById, exercise.Id, words);
        Put(_byStart, StartOf(words[0]).ToString(), (words, exercise));
        if (stems.Skip(1).Any(stem => char.IsAsciiDigit(stem[0]) || Vocabulary.IsNumber(stem)))
        {
            _numbered.Add(stems[0]);
        }

        foreach (var stem in stems.Where(s => s.Length > 2 && s is not ("and" or "the" or "work" or "body" or "bar" or "step" or "single" or "down" or "one" or "two" or "to" or "high" or "plate" or "out" or "double" or "weight")))
        {
            Put(_byWord, stem, _all.FindLastIndex(e => ReferenceEquals(e, exercise)));
        }
    }

    private static void Put<T>(Dictionary<string, List<T>> map, string key, T exercise)
    {
        if (!map.TryGetValue(key, out var list))
        {
            map[key] = list = [];
        }

        if (!list.Contains(exercise))
        {
            list.Add(exercise);
        }
    }
}
