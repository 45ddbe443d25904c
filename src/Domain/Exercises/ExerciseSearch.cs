using System.Runtime.CompilerServices;

namespace TitanTrakr.Domain.Exercises;

/// <summary>
/// Finds exercises while one types. The best of an exercise's names speaks for it: exact, then prefix, then all words in
/// any order, then the beginnings of words, then slips of the finger. Equals keep the order they came in, the primary
/// muscle's before the secondary's when a muscle was asked for.
/// </summary>
public static class ExerciseSearch
{
    /// <summary>Folding costs more than comparing, and the library is the same at each keystroke; forgotten with the exercise.</summary>
    private static readonly ConditionalWeakTable<Exercise, FoldedText[]> Folded = [];

    /// <summary>The exercises that fit all that was asked, best first.</summary>
    /// <param name="exercises">Where to look; their order breaks ties.</param>
    /// <param name="query">What was typed or heard; null or nothing but signs finds all.</param>
    /// <param name="muscle">Primary or secondary muscle, or a larger one it is part of (see <see cref="Muscles"/>); null or blank for any.</param>
    /// <param name="equipment">The equipment by its full name, in any case; null or blank for any.</param>
    public static IReadOnlyList<Exercise> Search(
        IEnumerable<Exercise> exercises, string? query = null, string? muscle = null, string? equipment = null)
    {
        var asked = FoldedText.Of(query ?? "");
        return
        [
            .. exercises
                .Where(exercise => HasEquipment(exercise, equipment))
                .Select(exercise => (exercise, role: RoleOf(exercise, muscle)))
                .Where(found => found.role != MuscleRole.None)
                .Select(found => (found.exercise, found.role, rank: RankOf(found.exercise, asked)))
                .Where(found => found.rank.Tier != MatchTier.None)
                .OrderBy(found => found.rank.Tier)
                .ThenBy(found => found.role)
                .ThenBy(found => found.rank.SpareWords)
                .Select(found => found.exercise),
        ];
    }

    private static bool HasEquipment(Exercise exercise, string? equipment) =>
        string.IsNullOrWhiteSpace(equipment) || string.Equals(exercise.Equipment, equipment.Trim(), StringComparison.OrdinalIgnoreCase);

    private static MuscleRole RoleOf(Exercise exercise, string? muscle)
    {
        if (string.IsNullOrWhiteSpace(muscle) || Muscles.Covers(muscle.Trim(), exercise.PrimaryMuscle))
        {
            return MuscleRole.Primary;
        }

        return exercise.SecondaryMuscles.Any(secondary => Muscles.Covers(muscle.Trim(), secondary))
            ? MuscleRole.Secondary
            : MuscleRole.None;
    }

    private static Rank RankOf(Exercise exercise, FoldedText asked)
    {
        if (asked.Words.Length == 0)
        {
            return new(MatchTier.Exact, 0);
        }

        var best = new Rank(MatchTier.None, 0);
        foreach (var name in Folded.GetValue(exercise, FoldNames))
        {
            var rank = new Rank(SearchMatch.Of(asked, name), Math.Max(0, name.Words.Length - asked.Words.Length));
            best = rank.IsBetterThan(best) ? rank : best;
        }

        return best;
    }

    private static FoldedText[] FoldNames(Exercise exercise) =>
        [FoldedText.Of(exercise.Name), .. exercise.Aliases.Select(FoldedText.Of)];

    private enum MuscleRole
    {
        Primary,
        Secondary,
        None,
    }

    /// <summary>Of two names of one tier, the one with fewer words nobody asked for is nearer.</summary>
    private readonly record struct Rank(MatchTier Tier, int SpareWords)
    {
        public bool IsBetterThan(Rank other) => (Tier, SpareWords).CompareTo((other.Tier, other.SpareWords)) < 0;
    }
}
