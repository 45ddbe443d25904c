using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>
/// One plain way of saying a command. Slots: {n} {ord} {dur} {rest} {load} {unit} {ex} {muscle} {tpl}, and at the end {name} {tail}. It fits
/// only when it accounts for every word.
/// </summary>
internal sealed class Phrase(PhraseRule rule, Part[] parts)
{
    private const int MostOfNumber = 16;

    public PhraseRule Rule { get; } = rule;

    public IReadOnlyList<Part> Parts { get; } = parts;

    /// <summary>How many of its places are words: the more, the less it leaves to chance.</summary>
    public int Literals { get; } = parts.Count(p => p.Slot is null);

    /// <summary>The fewest words it takes.</summary>
    public int Least { get; } = parts.Count(p => !p.Optional);

    /// <summary>The most words it takes.</summary>
    public int Most { get; } = parts.Aggregate(0, (sum, p) => sum == int.MaxValue || p.Slot is "{name}" or "{tail}" ? int.MaxValue : sum + MostOf(p));

    public bool Fits(Match match) => Fits(match, 0, 0);

    private static int MostOf(Part part) => part.Slot switch { null or "{unit}" or "{ord}" => 1, "{ex}" or "{tpl}" => NameTable.Longest, "{muscle}" => 2, _ => MostOfNumber };

    private bool Fits(Match match, int part, int at)
    {
        if (part == parts.Length)
        {
            return at == match.Tokens.Length;
        }

        ref readonly var place = ref parts[part];
        if (at < match.Tokens.Length
            && (place.Slot is { } slot ? Slot(match, part, at, slot) : place.Says(match.Tokens.Span[at]) && Fits(match, part + 1, at + 1)))
        {
            return true;
        }

        return place.Optional && Fits(match, part + 1, at);
    }

    private bool Slot(Match match, int part, int at, string slot) => slot switch
    {
        "{ex}" => Exercise(match, part, at),
        "{tpl}" => Longest(match, part, at, NameTable.Longest, static (m, words) => (m.Template = TemplateMatcher.Find(m.Context, words)) is not null),
        "{muscle}" => Longest(match, part, at, 2, static (m, words) => (m.Muscle = MuscleWords.Find(m.Context, words)) is not null),
        "{name}" or "{tail}" => part == parts.Length - 1 && match.TakeRest(at),
        _ => NumberSlots.TryTake(slot, match, at, out var end) && Fits(match, part + 1, end),
    };

    private bool Exercise(Match match, int part, int at)
    {
        for (var length = Unbroken(match, at); length > 0; length--)
        {
            var found = ExerciseMatcher.Match(match.Tokens.Span.Slice(at, length), match.Context, bySound: true);
            if (found.IsNone)
            {
                continue;
            }

            match.Exercises.Add(found);
            if (Fits(match, part + 1, at + length))
            {
                return true;
            }

            match.Exercises.RemoveAt(match.Exercises.Count - 1);
        }

        return false;
    }

    // A name ends at a pause.
    private static int Unbroken(Match match, int at)
    {
        var length = 1;
        while (length < NameTable.Longest && at + length < match.Tokens.Length && !match.Tokens.Span[at + length].Break)
        {
            length++;
        }

        return length;
    }

    private bool Longest(Match match, int part, int at, int most, Func<Match, ReadOnlySpan<Token>, bool> take)
    {
        for (var length = Math.Min(most, match.Tokens.Length - at); length > 0; length--)
        {
            if (take(match, match.Tokens.Span.Slice(at, length)) && Fits(match, part + 1, at + length))
            {
                return true;
            }
        }

        return false;
    }
}
