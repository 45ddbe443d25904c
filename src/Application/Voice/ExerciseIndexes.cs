using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Application.Voice;

/// <summary>Indexes of names, the expensive part of a context: one for everybody without names of their own, some kept for the others.</summary>
internal sealed class ExerciseIndexes
{
    private const int Kept = 200;
    private static readonly ExerciseIndex Library = new(ExerciseLibrary.All);
    private readonly ConcurrentDictionary<string, ExerciseIndex> _own = [];

    /// <summary>The index of the library with one's own exercises and words; an own one that has a library's id stands in its place.</summary>
    public ExerciseIndex Of(IReadOnlyList<Exercise> own, LearnedAliases learned)
    {
        if (own.Count == 0 && learned.Items.Count == 0)
        {
            return Library;
        }

        if (_own.Count >= Kept)
        {
            _own.Clear();
        }

        // By content, so that no change anywhere has to think of this.
        return _own.GetOrAdd(Key(own, learned), _ => new ExerciseIndex(
            [.. ExerciseLibrary.All.ExceptBy(own.Select(exercise => exercise.Id), exercise => exercise.Id), .. own], learned.Items.Select(alias => KeyValuePair.Create(alias.ExerciseId, alias.Phrase))));
    }

    private static string Key(IReadOnlyList<Exercise> own, LearnedAliases learned)
    {
        var text = new StringBuilder();
        foreach (var exercise in own)
        {
            text.AppendJoin('\u001f', [exercise.Id, exercise.Name, exercise.Equipment, exercise.PrimaryMuscle, exercise.Measure.ToString(), .. exercise.Aliases]).Append('\u001e');
        }

        foreach (var alias in learned.Items)
        {
            text.Append(alias.ExerciseId).Append('\u001f').Append(alias.Phrase).Append('\u001e');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
