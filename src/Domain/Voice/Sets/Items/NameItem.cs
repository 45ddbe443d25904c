using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>The name of an exercise in several words: it goes before every other use of them ("clean and jerk", "easy bar curl").</summary>
internal sealed class LongNameItem : IItemRule
{
    public bool TryRead(SetScan scan) => Naming.TryNumbered(scan) || Naming.TryExact(scan, 2);
}

/// <summary>The name of an exercise in one word, or what is done on it: "ran", "rowed".</summary>
internal sealed class NameItem : IItemRule
{
    public bool TryRead(SetScan scan) => Verb(scan) || (scan.Here.Value is null && !Vocabulary.IsNumber(scan.Here.Text) && Naming.TryExact(scan, 1));

    private static bool Verb(SetScan scan)
    {
        var id = scan.Here.Text switch
        {
            "ran" or "run" or "jogged" or "jog" => "treadmill-run",
            "rowed" => "rowing-machine",
            "row" or "rows" when IsOfDistance(scan) => "rowing-machine",
            "walked" or "hiked" or "walk" => "walking",
            "cycled" or "biked" or "rode" or "cycle" => "stationary-bike",
            "hung" => "dead-hang",
            "planked" => "plank",
            "skipped" when scan.Word(1) is "rope" or "for" => "jump-rope",
            _ => null,
        };
        if (id is null || scan.Context.Exercises.Find(id) is not { } exercise)
        {
            return false;
        }

        scan.SeveralExercises |= scan.Exercise.Sure is { } before && before.Id != id;
        scan.Exercise = scan.Exercise.IsNone ? new ExerciseMatch([exercise]) : scan.Exercise;
        return scan.Skip(1);
    }

    // "row 2000 metres", "row 2k in 8 minutes": no barbell is rowed a distance; "rows 60k for 10" are kilos.
    private static bool IsOfDistance(SetScan scan)
    {
        var (thousands, timed) = (false, false);
        foreach (var token in scan.Tokens)
        {
            if (token.Value is null && token.Text is not ("k" or "m" or "mi") && Units.Length(token.Text) is not null)
            {
                return true;
            }

            thousands |= token.Text is "k" or "m";
            timed |= token.IsClock || Units.Seconds(token.Text) == 60;
        }

        return thousands && timed;
    }
}

/// <summary>"bench, no, incline 60 for 10": the name that is taken back makes way for the one said instead.</summary>
internal sealed class OtherNameItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        var length = scan.Exercise.IsNone || scan.Unknown.Count > 0 ? 0 : TakenBack(scan);
        if (length == 0)
        {
            return false;
        }

        var before = (scan.Exercise, scan.HeardName, scan.HeardAt, scan.NameAt);
        scan.Exercise = default;
        scan.At += length;
        // Behind a whole set only the name may still be put right.
        if (Naming.TryExact(scan, 1) && (scan.Items.Count == 0 || scan.At == scan.Tokens.Length))
        {
            return true;
        }

        (scan.Exercise, scan.HeardName, scan.HeardAt, scan.NameAt) = before;
        return false;
    }

    private static int TakenBack(SetScan scan)
    {
        var length = 0;
        while (scan.At + length < scan.Tokens.Length && Words(scan, length) is > 0 and var words)
        {
            length += words;
        }

        return length > 0 && scan.Word(length) is "the" ? length + 1 : length;
    }

    private static int Words(SetScan scan, int at) => (scan.Word(at), scan.Word(at + 1)) switch
    {
        ("i", "mean" or "meant") or ("or", "rather") or ("make", "that" or "it") => 2,
        ("no" or "nope" or "sorry" or "wait" or "actually" or "correction", _) => 1,
        _ => 0,
    };
}

/// <summary>A run of words nothing else accounts for that sounds like the name of an exercise.</summary>
internal sealed class SoundItem : IItemRule
{
    public bool TryRead(SetScan scan) => scan.Exercise.IsNone && scan.Here.Value is null && Naming.TrySound(scan);
}
