using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>A set told with a doubt, or not quite told: "80 for 8 I think", "80 for 8 or so", "give me 8", or in a way that is kept nowhere: "mechanical drop set 60 for 10". It is asked about.</summary>
internal sealed class HedgeItem : IItemRule
{
    // Ways to train that no kind of set says: a name by its sound none of them is.
    private static readonly HashSet<string> Training = new(StringComparer.Ordinal) { "mechanical", "giant", "cluster", "clusters", "burnout", "burnouts", "feeder", "myo", "myos", "activation", "primer", "pyramid" };

    public bool TryRead(SetScan scan)
    {
        var length = (scan.Word(0), scan.Word(1)) switch
        {
            ("i", "think" or "guess" or "believe" or "reckon" or "suppose") => 2,
            ("or", "so") => 2,
            ("give", "me") when scan.At == 0 => 2,
            ("myo", "reps" or "rep") => 2,
            (var word, _) when Training.Contains(word) && scan.Here.Value is null && ExerciseMatcher.Match(scan.Tokens.Slice(scan.At, 1), scan.Context, bySound: false).IsNone => 1,
            ("probably" or "maybe" or "roughly" or "ish", _) when scan.Items.Count > 0 => 1,
            _ => 0,
        };
        scan.Hedged |= length > 0;
        return length > 0 && scan.Skip(length);
    }
}
