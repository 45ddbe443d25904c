using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;

namespace TitanTrakr.Application.History;

/// <summary>Turns sets by exercise into sets by muscle, as the library and the account's own exercises name them today.</summary>
internal sealed class MuscleSets(IReadOnlyList<Exercise> own)
{
    private readonly Dictionary<string, Exercise> _own = own.ToDictionary(exercise => exercise.Id, StringComparer.Ordinal);

    public StatisticsSum Of(TrainingSum sum)
    {
        var muscles = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (exerciseId, sets) in sum.Sets)
        {
            if ((ExerciseLibrary.Find(exerciseId) ?? _own.GetValueOrDefault(exerciseId)) is { } exercise)
            {
                Add(exercise.PrimaryMuscle, sets);
                exercise.SecondaryMuscles.ToList().ForEach(muscle => Add(muscle, sets / 2m));
            }
        }

        return new StatisticsSum(sum.Sessions, sum.DurationSeconds, Records.ToGram(sum.VolumeKg), sum.Sets.Values.Sum(), muscles);

        void Add(string muscle, decimal sets) => muscles[muscle] = muscles.GetValueOrDefault(muscle) + sets;
    }
}
