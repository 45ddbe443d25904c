using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Exchange.Planning;

/// <summary>Makes an exercise of one's own of what a file tells.</summary>
internal static class NewExercise
{
    private static readonly string[] Equipment =
        ["smith machine", "ez bar", "trap bar", "barbell", "dumbbell", "kettlebell", "cable", "machine", "band", "bodyweight", "sled"];

    public static Exercise Of(ExerciseProfile profile, Guid importId) => new(
        DerivedId.Of($"{importId}/exercise/{profile.Name}").ToString(), profile.Name, [], EquipmentOf(profile), MuscleOf(profile.Category), [], profile.Measure);

    private static string EquipmentOf(ExerciseProfile profile)
    {
        var words = TextFold.Words(profile.Name);
        return Equipment.FirstOrDefault(equipment => TextFold.Words(equipment).All(words.Contains))
            ?? (profile.Measure == Measure.BodyweightReps ? "bodyweight" : "other");
    }

    private static string MuscleOf(string? category)
    {
        var folded = category?.Trim().ToLowerInvariant() ?? "";
        return Muscles.All.Contains(folded) ? folded : Muscles.All.FirstOrDefault(muscle => muscle.TrimEnd('s') == folded.TrimEnd('s')) ?? "other";
    }
}
