using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Application.Exercises;

/// <summary>Shape rules of what an exercise is called and trains.</summary>
internal static class ExerciseRules
{
    public const string Which = "Say which exercise.";

    public const string Aliases = "At most 20 aliases of 1 to 100 characters.";

    /// <summary>What a muscle is called; statistics know no other names.</summary>
    public static readonly string Muscle = $"A muscle is one of {string.Join(", ", Muscles.All)} or {Muscles.Other}.";

    /// <summary>The same of several.</summary>
    public static readonly string SeveralMuscles = "At most 20 muscles, each once. " + Muscle;

    public static bool IsMuscle(string? muscle) => muscle is null || Muscles.IsKnown(muscle);

    public static bool AreMuscles(IReadOnlyList<string>? muscles) =>
        muscles is null || (muscles.Count <= 20 && muscles.Distinct().Count() == muscles.Count && muscles.All(muscle => muscle is not null && Muscles.IsKnown(muscle)));

    public static bool AreNames(IReadOnlyList<string>? names) =>
        names is null || (names.Count <= 20 && names.All(name => !string.IsNullOrWhiteSpace(name) && name.Length <= Rules.NameLength));
}
