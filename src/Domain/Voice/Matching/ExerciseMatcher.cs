using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>Finds the exercise a run of words names: exactly, by its distinguishing words, or by sound with a margin.</summary>
internal static class ExerciseMatcher
{
    private const double Alike = 0.76, Margin = 0.07, HomeBonus = 0.10;

    public static ExerciseMatch Match(ReadOnlySpan<Token> words, VoiceContext context, bool bySound)
    {
        var stems = new List<string>(words.Length);
        foreach (var word in words)
        {
            if (word.IsClock)
            {
                return default;
            }

            bySound &= word.Value is null && Numbers.NumberWords.Value(word.Text) is null;
            if (word.Text is not ("the" or "my" or "some" or "weighted"))
            {
                stems.Add(NameText.Stem(word.Text));
            }
        }

        return stems.Count == 0 ? default : Named(stems, context) is { IsNone: false } named ? named : bySound ? Sounding(stems, context) : default;
    }

    private static ExerciseMatch Named(List<string> stems, VoiceContext context)
    {
        var index = context.Exercises;
        if (index.Exact(stems) is { Count: > 0 } exact)
        {
            return new(Prefer(exact, context));
        }

        if (WithoutOwnEquipment(stems, context) is { } known)
        {
            return new([known]);
        }

        var holding = stems.TrueForAll(index.IsWord) ? index.Holding(stems) : [];
        return holding.Count == 0 ? default : OfParts(stems, holding, context);
    }

    // Part of a name: sure when only one exercise has it and it says more than the equipment; else a question.
    private static ExerciseMatch OfParts(List<string> stems, List<Exercise> holding, VoiceContext context)
    {
        var onlyEquipment = stems.TrueForAll(context.Exercises.IsEquipment);
        var home = Prefer(holding, context);
        return (onlyEquipment || stems.Count == 1) && home.Count == 1 ? new([home[0], home[0]]) : new(home);
    }

    private static IReadOnlyList<Exercise> Prefer(IReadOnlyList<Exercise> found, VoiceContext context)
    {
        if (found.Count < 2)
        {
            return found;
        }

        var home = found.Where(e => IsHome(e, context)).ToList();
        return home.Count == 1 ? home : found;
    }

    private static Exercise? WithoutOwnEquipment(List<string> stems, VoiceContext context)
    {
        for (var i = 0; i < stems.Count && stems.Count > 1; i++)
        {
            if (!context.Exercises.IsEquipment(stems[i]))
            {
                continue;
            }

            var rest = stems.Where((_, at) => at != i).ToList();
            if (context.Exercises.Exact(rest) is { Count: 1 } found && found[0].Equipment == stems[i])
            {
                return found[0];
            }
        }

        return null;
    }

    private static ExerciseMatch Sounding(List<string> stems, VoiceContext context)
    {
        var heard = NameText.Join(stems);
        if (heard.Length < 4)
        {
            return default;
        }

        var (best, second) = (0d, 0d);
        Exercise? found = null;
        foreach (var (joined, exercise) in context.Exercises.Names)
        {
            if (Math.Abs(joined.Length - heard.Length) > 3 || joined.Length < 4)
            {
                continue;
            }

            var score = Likeness.Of(heard, joined);
            score += score > 0.6 && IsHome(exercise, context) ? HomeBonus : 0;
            if (score > best)
            {
                second = ReferenceEquals(found, exercise) ? second : best;
                (best, found) = (score, exercise);
            }
            else if (score > second && !ReferenceEquals(found, exercise))
            {
                second = score;
            }
        }

        return best >= Alike && best - second >= Margin ? new([found!]) : default;
    }

    private static bool IsHome(Exercise exercise, VoiceContext context) =>
        exercise.Id == context.FocusExerciseId || (context.Workout?.Entries.Any(e => e.ExerciseId == exercise.Id) ?? false);

    /// <summary>The names nearest to what was heard, for a question's options.</summary>
    public static IReadOnlyList<Exercise> Nearest(string heard, VoiceContext context) =>
        [.. context.Exercises.Names.Select(n => (n.Exercise, Score: Likeness.Of(heard, n.Joined)))
            .OrderByDescending(n => n.Score).Where(n => n.Score > 0.45).Select(n => n.Exercise).Distinct().Take(3)];
}
