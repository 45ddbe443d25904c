using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>How the names of exercises are taken from a scan.</summary>
internal static class Naming
{
    /// <summary>The longest stretch from here that names an exercise by its letters, of at least so many words.</summary>
    public static bool TryExact(SetScan scan, int least)
    {
        if (BeginsNone(scan))
        {
            return false;
        }

        for (var length = Room(scan); length >= least; length--)
        {
            var match = ExerciseMatcher.Match(scan.Tokens.Slice(scan.At, length), scan.Context, bySound: false);
            if (!match.IsNone && !Misheard(scan, length, match))
            {
                return Take(scan, match, length);
            }
        }

        return false;
    }

    /// <summary>A name with a number in it, as it is written: "concept two", "T2B".</summary>
    public static bool TryNumbered(SetScan scan)
    {
        if (scan.Here.Value is not null || !scan.Context.Exercises.StartsNumbered(NameText.Stem(scan.Here.Text)))
        {
            return false;
        }

        for (var length = Math.Min(3, scan.Tokens.Length - scan.At); length > 1; length--)
        {
            var match = ExerciseMatcher.Match(scan.Tokens.Slice(scan.At, length), scan.Context, bySound: false);
            if (match is { IsSure: true, Score: 1 })
            {
                return Take(scan, match, length);
            }
        }

        return false;
    }

    /// <summary>The longest stretch from here that sounds like an exercise.</summary>
    public static bool TrySound(SetScan scan)
    {
        if (IsOn(scan))
        {
            return false;
        }

        for (var length = Room(scan); length >= 1; length--)
        {
            var match = ExerciseMatcher.Match(scan.Tokens.Slice(scan.At, length), scan.Context, bySound: true, inSets: true);
            if (!match.IsNone && Take(scan, match, length))
            {
                return true;
            }
        }

        return false;
    }

    // "preacher girls": a word is a name, but with the unknown one behind it it sounds like another name; "romanian dead left" is all one.
    private static bool Misheard(SetScan scan, int length, ExerciseMatch found)
    {
        for (var more = Room(scan); more > length; more--)
        {
            var sound = ExerciseMatcher.Match(scan.Tokens.Slice(scan.At, more), scan.Context, bySound: true, inSets: true);
            if (sound.IsSure && (!found.IsSure || sound.Sure!.Id != found.Sure!.Id || found.Score <= ExerciseMatch.PartOfName || !Vocabulary.Knows(scan.Tokens[scan.At + length].Text)))
            {
                return true;
            }
        }

        return false;
    }

    // A name ends at a pause and before a number; only its first word may be one ("45 leg press").
    private static int Room(SetScan scan)
    {
        var length = 0;
        while (length < NameTable.Longest && scan.At + length < scan.Tokens.Length)
        {
            var token = scan.Tokens[scan.At + length];
            if (length > 0 && (token.Break || (token.Value is not null && !token.Glued) || NumberWords.Value(token.Text) is not null || token.Text is "for" or "at"))
            {
                break;
            }

            length++;
        }

        return length;
    }

    private static bool BeginsNone(SetScan scan) =>
        IsOn(scan) || scan.Word(0) is "the" or "my" or "some" || (scan.Word(0) is "back" && scan.Word(1) is "to" or "on");

    // "on leg press" is a leg press, whatever names have "on leg press" in them, and "hang on" waits.
    private static bool IsOn(SetScan scan) => scan.Word(0) is "on" or "hangon" or "holdon" or "hangout";

    private static bool Take(SetScan scan, ExerciseMatch match, int length)
    {
        if (!scan.Exercise.IsNone)
        {
            var same = scan.Exercise.Sure is { } before && match.Sure?.Id == before.Id;
            scan.SeveralExercises |= !same;
            return scan.Skip(length);
        }

        // "8 at 60 for barbell rows": what leads to the name leads to no amount.
        if (scan.Items is [.., { Code: 'F' or 'A' or 'O' }] && scan.Word(-1) is "for" or "on" or "of" or "at" or "in" or "with")
        {
            scan.Items.RemoveAt(scan.Items.Count - 1);
        }

        scan.NameAt = scan.Items.Count;
        scan.Exercise = match;
        (scan.HeardName, scan.HeardAt) = (scan.Said(length), scan.Here.At);
        return scan.Skip(length);
    }
}
