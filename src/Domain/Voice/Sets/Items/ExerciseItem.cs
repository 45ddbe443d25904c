using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>The name of an exercise, the longest that fits.</summary>
internal sealed class ExerciseItem : IItemRule
{
    private const int Longest = 6;

    public bool TryRead(SetScan scan)
    {
        if (Verb(scan))
        {
            return true;
        }

        var room = Math.Min(Longest, scan.Tokens.Length - scan.At);
        var numeric = scan.Here.Value is not null || NumberWords.Value(scan.Here.Text) is not null;
        for (var length = room; length >= (numeric ? 2 : 1); length--)
        {
            var words = scan.Tokens.Slice(scan.At, length);
            if (Stops(words, numeric) || length < room && Run(scan) > length && Letters(scan, length) < Letters(scan, Run(scan)) * 0.6 && Sounds(scan))
            {
                continue;
            }

            var match = ExerciseMatcher.Match(words, scan.Context, bySound: false);
            if (!match.IsNone && words[0].Text is not ("the" or "my" or "some") && Take(scan, match, length))
            {
                return true;
            }
        }

        return false;
    }

    // A longer run that sounds like one name ("romanian dead left") goes before the part of it that is a name.
    private static bool Sounds(SetScan scan) =>
        !ExerciseMatcher.Match(scan.Tokens.Slice(scan.At, Run(scan)), scan.Context, bySound: true).IsNone;

    private static int Letters(SetScan scan, int words)
    {
        var letters = 0;
        foreach (var token in scan.Tokens.Slice(scan.At, words))
        {
            letters += token.Text.Length;
        }

        return letters;
    }

    public static int Run(SetScan scan)
    {
        var end = scan.At;
        while (end < scan.Tokens.Length && end < scan.At + 5 && (end == scan.At || !scan.Tokens[end].Break) && IsNameWord(scan.Tokens[end]))
        {
            end++;
        }

        return end - scan.At;
    }

    private static bool IsNameWord(Token token) => token.Value is null && NumberWords.Value(token.Text) is null
        && token.Text is not ("for" or "at" or "with" or "x" or "times" or "by" or "then" or "and" or "of" or "rpe" or "plus" or "fore" or "to" or "a" or "warm");

    private static bool Stops(ReadOnlySpan<Token> words, bool numeric)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var stop = (i > 0 && words[i].Break) || (i > 0 && !numeric && (words[i].Value is not null || NumberWords.Value(words[i].Text) is not null));
            if (stop || words[i].Text is "for" or "at")
            {
                return true;
            }
        }

        return false;
    }

    public static bool Take(SetScan scan, ExerciseMatch match, int length)
    {
        if (!scan.Exercise.IsNone && !(scan.Exercise.IsSure && match.IsSure && scan.Exercise.Candidates[0].Id == match.Candidates[0].Id))
        {
            match = new ExerciseMatch([.. scan.Exercise.Candidates, .. match.Candidates]);
        }

        scan.Exercise = match;
        return scan.Skip(length);
    }

    private static bool Verb(SetScan scan)
    {
        var id = scan.Here.Text switch
        {
            "ran" or "run" or "jogged" => "treadmill-run",
            "rowed" => "rowing-machine",
            "walked" => "walking",
            "cycled" or "biked" or "rode" => "stationary-bike",
            "hung" => "dead-hang",
            "planked" => "plank",
            _ => null,
        };
        return id is not null && scan.Context.Exercises.Find(id) is { } exercise && Take(scan, new ExerciseMatch([exercise]), 1);
    }
}

/// <summary>A run of words nothing else accounts for that sounds like the name of one exercise.</summary>
internal sealed class SoundItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        var length = ExerciseItem.Run(scan);
        if (length == 0 || !scan.Exercise.IsNone)
        {
            return false;
        }

        var match = ExerciseMatcher.Match(scan.Tokens.Slice(scan.At, length), scan.Context, bySound: true);
        return match.IsSure && ExerciseItem.Take(scan, match, length);
    }
}
