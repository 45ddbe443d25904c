using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>"bodyweight plus 20", "assisted 30", "minus twenty".</summary>
internal sealed class BodyweightItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        var words = scan.Here.Text is "bodyweight" or "bw" ? 1 : scan.Here.Text is "body" && scan.Next(1, "weight") ? 2 : 0;
        if (words > 0)
        {
            return Body(scan, words);
        }

        var sign = scan.Here.Text switch { "plus" => 1, "minus" or "assisted" => -1, "assistance" => -1, _ => 0 };
        return sign != 0 && Signed(scan, 1, sign);
    }

    private static bool Body(SetScan scan, int words)
    {
        var sign = scan.Word(words) switch { "plus" or "with" => 1, "minus" => -1, _ => 0 };
        if (sign != 0 && Signed(scan, words + 1, sign))
        {
            return true;
        }

        scan.Add(new Item('L', 0, null, Amount.Body), words);
        return true;
    }

    private static bool Signed(SetScan scan, int words, int sign)
    {
        if (!NumberReader.TryRead(scan.Tokens, scan.At + words, out var value, out var next) || value == 0)
        {
            return false;
        }

        var unit = next < scan.Tokens.Length ? Units.Weight(scan.Tokens[next].Text) : null;
        var change = scan.Here.Text is "plus" && !OnBody(scan);
        scan.Add(new Item('L', sign * value, unit, change ? Amount.Change : Amount.Absolute), next - scan.At + (unit is null ? 0 : 1));
        return true;
    }

    private static bool OnBody(SetScan scan)
    {
        var exercise = scan.Exercise.IsSure ? scan.Exercise.Candidates[0]
            : scan.Context.FocusExerciseId is { } id ? scan.Context.Exercises.Find(id) : null;
        return exercise?.Measure is Measure.BodyweightReps or Measure.AssistedReps;
    }
}
