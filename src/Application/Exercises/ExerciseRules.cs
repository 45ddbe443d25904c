using TitanTrakr.Application.Common;

namespace TitanTrakr.Application.Exercises;

/// <summary>Shape rules of what an exercise is called and trains.</summary>
internal static class ExerciseRules
{
    public const string Aliases = "At most 20 aliases of 1 to 100 characters.";
    public const string Muscles = "At most 20 muscles of 1 to 100 characters.";

    public static bool AreNames(IReadOnlyList<string>? names) =>
        names is null || (names.Count <= 20 && names.All(name => !string.IsNullOrWhiteSpace(name) && name.Length <= Rules.NameLength));
}
