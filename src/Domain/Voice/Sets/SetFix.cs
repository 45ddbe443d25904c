using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>What of a set is to be changed: "9 reps", "82.5", "a warm-up", "8 not 10".</summary>
internal static class SetFix
{
    public static VoiceReading? Read(ReadOnlyMemory<Token> tail, VoiceContext context, (string Id, int Set, VoiceSet Done)? target, bool numbers, bool bare)
    {
        var (now, before) = Contrast(tail);
        var scan = new SetScan(now, context);
        scan.Run();
        if (scan.Unknown.Count > 0 || scan.Conflict || !scan.Exercise.IsNone || scan.Notes.Count > 0 || scan.DropSet)
        {
            return null;
        }

        var said = scan.Items.Count > 0 || scan.Rpe is not null || scan.Kind is not null || scan.Side is not null;
        if (!said || (bare && (scan.Rpe is null || scan.Items.Count > 0 || scan.Kind is not null || scan.Side is not null)))
        {
            return null;
        }

        if (target is not { } set)
        {
            return VoiceReading.Reject("There is no set to correct.");
        }

        return Change(scan, context, set, numbers, before);
    }

    // "8 not 10": what it was has to be what was said.
    private static (ReadOnlyMemory<Token> Now, decimal? Before) Contrast(ReadOnlyMemory<Token> tail)
    {
        for (var i = 1; i + 1 < tail.Length; i++)
        {
            if (tail.Span[i].Is("not") && Numbers.NumberReader.TryRead(tail.Span, i + 1, out var before, out var end) && end == tail.Length)
            {
                return (tail[..i], before);
            }
        }

        return (tail, null);
    }

    private static VoiceReading? Change(SetScan scan, VoiceContext context, (string Id, int Set, VoiceSet Done) set, bool numbers, decimal? before)
    {
        if (context.Exercises.Find(set.Id) is not { } exercise || (scan.Rpe is { } rpe && !Rpe.IsValid(rpe)))
        {
            return VoiceReading.Ask("What should it be?");
        }

        var fix = new VoiceCommand.CorrectSet(set.Id, set.Set, Rpe: scan.Rpe, Kind: scan.Kind, Side: scan.Side);
        if (scan.Items.Count > 0)
        {
            if (!numbers || Amounts(scan, exercise, context, set.Done, fix) is not { } changed || !Was(before, changed, set.Done))
            {
                return VoiceReading.Ask("A new set, or what should be changed?");
            }

            fix = changed;
        }

        var check = new VoiceCommand.LogSet(fix.ExerciseId, fix.Load, fix.Reps);
        return Plausibility.Check([check], exercise, context) is { } doubt
            ? VoiceReading.Ask(doubt, new VoiceOption(VoiceLabels.Label(fix, context.Exercises), [fix])) : VoiceReading.Of([fix]);
    }

    private static bool Was(decimal? before, VoiceCommand.CorrectSet fix, VoiceSet done) =>
        before is null || (fix.Reps is not null && done.Reps == before) || (fix.Load is not null && done.Load?.Value == before);

    private static VoiceCommand.CorrectSet? Amounts(SetScan scan, Exercise exercise, VoiceContext context, VoiceSet done, VoiceCommand.CorrectSet fix)
    {
        if (scan.Items is not [var item])
        {
            return SetAssembler.Assemble(scan.Items, SetPatterns.Reps) is [{ Count: 1, Load: { } both, Reps: { As: Amount.Absolute } count }] && IsCount(count.Value)
                && LoadResolver.Resolve(both, exercise, context, done) is { } whole ? fix with { Load = whole, Reps = (int)count.Value } : null;
        }

        return item.Code switch
        {
            'D' when SetDuration.IsValid((int)item.Value) => fix with { DurationSeconds = (int)item.Value },
            'M' when Distance.IsValid(item.Value, item.LengthUnit) => fix with { Distance = new Distance(item.Value, item.LengthUnit) },
            'R' when item.As == Amount.Absolute && IsCount(item.Value) => fix with { Reps = (int)item.Value },
            'L' when LoadResolver.Resolve(item, exercise, context, done) is { } load => fix with { Load = load },
            'W' => fix with { Side = item.Side },
            'N' => Bare(item, context, done, fix),
            _ => null,
        };
    }

    // A bare number is the reps or the load, whichever it is near; in between it is asked.
    private static VoiceCommand.CorrectSet? Bare(Item item, VoiceContext context, VoiceSet done, VoiceCommand.CorrectSet fix)
    {
        var asReps = done.Reps is not null && IsCount(item.Value) && item.Value <= 30;
        var unit = done.Load?.Unit ?? context.Unit;
        var asLoad = done.Load is { } load && load.Value > 0 && item.Value >= load.Value / 2 && Load.IsValid(item.Value);
        return asReps == asLoad ? null : asReps ? fix with { Reps = (int)item.Value } : fix with { Load = new Load(item.Value, unit) };
    }

    private static bool IsCount(decimal value) => value == decimal.Truncate(value) && value is >= 1 and <= 1000;
}
