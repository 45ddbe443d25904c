using System.Runtime.InteropServices;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>A name nobody knows, with a whole set beside it: asked, never bent into a known one.</summary>
internal static class UnknownNames
{
    /// <summary>The most words of a name that nobody knows.</summary>
    public const int MostWords = 3;

    public static Candidate? Read(SetScan scan)
    {
        var whole = scan.Items.Count(i => i.Code is not ('F' or 'A' or 'O' or 'X' or 'B' or 'T')) >= 2 || scan.Items is [{ Code: 'D' or 'M' or 'R' }];
        if (!whole || scan.UnknownRuns > 1 || scan.Unknown.Count > MostWords || scan.Unknown.Exists(t => Chatter.Has(t.Text) || t.Text.Length < 2 && scan.Exercise.IsNone) || BetweenNumbers(scan) || !LogSetRule.Assembles(scan))
        {
            return null;
        }

        var heard = string.Concat(scan.Unknown.Select(t => NameText.Stem(t.Text)));
        IEnumerable<Exercises.Exercise> near = [.. scan.Exercise.Candidates ?? [], .. SoundMatcher.Nearest(heard, scan.Context)];
        var name = AsSaid(scan);
        var asked = LogSetRule.Asked($"I don't know {name}. Create it, or is it one of these?", LogSetRule.ForEach(scan, near));
        return asked with { Reading = asked.Reading with { HeardName = name } };
    }

    // "pec masher", not "masher pec": it may be learned as the name of what is picked.
    private static string AsSaid(SetScan scan)
    {
        var unknown = scan.Context.Names!.Said(CollectionsMarshal.AsSpan(scan.Unknown));
        return scan.HeardName.Length == 0 ? unknown : scan.HeardAt < scan.Unknown[0].At ? $"{scan.HeardName} {unknown}" : $"{unknown} {scan.HeardName}";
    }

    // "80 kilo für 8": an unknown word among the numbers is no name.
    private static bool BetweenNumbers(SetScan scan)
    {
        var (first, last) = (scan.Unknown[0].At, scan.Unknown[^1].At);
        var (before, after) = (false, false);
        foreach (var token in scan.Tokens)
        {
            var number = token.Value is not null || Vocabulary.IsNumber(token.Text);
            before |= number && token.At < first;
            after |= number && token.At > last;
        }

        return before && after && scan.Exercise.IsNone;
    }
}
