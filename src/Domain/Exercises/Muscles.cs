namespace TitanTrakr.Domain.Exercises;

/// <summary>The fixed vocabulary of muscles that exercises and statistics speak, and which of them are parts of a larger one.</summary>
public static class Muscles
{
    /// <summary>Every muscle name of the library, lower case, from the top of the body down.</summary>
    public static IReadOnlyList<string> All { get; } = Array.AsReadOnly<string>(
    [
        "chest", "upper chest",
        "shoulders", "front delts", "side delts", "rear delts", "rotator cuff",
        "back", "traps", "upper back", "lats", "lower back",
        "biceps", "brachialis", "triceps", "forearms", "grip",
        "abs", "obliques",
        "legs", "glutes", "quads", "hamstrings", "adductors", "abductors", "calves", "shins",
        "full body", "cardio",
    ]);

    /// <summary>Where none of them says it.</summary>
    public const string Other = "other";

    /// <summary>Whether it is a word of the vocabulary, or <see cref="Other"/>.</summary>
    public static bool IsKnown(string muscle) => muscle == Other || All.Contains(muscle, StringComparer.Ordinal);

    /// <summary>True when <paramref name="muscle"/> is <paramref name="asked"/> or a part of it: who asks for legs wants quads too.</summary>
    public static bool Covers(string asked, string muscle) =>
        Same(asked, muscle) || Parts(asked).Contains(muscle, StringComparer.OrdinalIgnoreCase);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string[] Parts(string muscle) => muscle.ToLowerInvariant() switch
    {
        "chest" => ["upper chest"],
        "shoulders" => ["front delts", "side delts", "rear delts", "rotator cuff"],
        "back" => ["traps", "upper back", "lats", "lower back"],
        "legs" => ["glutes", "quads", "hamstrings", "adductors", "abductors", "calves", "shins"],
        _ => [],
    };
}
