using TitanTrakr.Domain.Voice.Matching;

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
}

/// <summary>A run of words nothing else accounts for that sounds like the name of an exercise.</summary>
internal sealed class SoundItem : IItemRule
{
    public bool TryRead(SetScan scan) => scan.Exercise.IsNone && scan.Here.Value is null && Naming.TrySound(scan);
}
