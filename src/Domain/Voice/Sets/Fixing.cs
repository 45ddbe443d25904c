using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>One set being put right.</summary>
internal sealed class Fixing(SetScan scan, VoiceContext context, (string ExerciseId, int Set, VoiceSet Done) set)
{
    private const int UsualReps = 30;

    public VoiceReading? Change(FixKind kind, decimal? before)
    {
        if (context.Exercises.Find(set.ExerciseId) is not { } exercise)
        {
            return null;
        }

        var each = scan.Marks.Exists(m => m.Kind == MarkKind.Each || (m.Kind == MarkKind.Sides && !LoadResolver.HangsOnSides(exercise)));
        var fix = new VoiceCommand.CorrectSet(set.ExerciseId, set.Set, Rpe: Effort(), Kind: Kind(), Side: each ? Side.Each : null);
        if (scan.Items.Count == 0)
        {
            return SetFix.Checked(context, fix);
        }

        // "make it two minutes" of a lift is the rest, not the set.
        if (scan.Items is [var lone] && (IsTimed(exercise) ? lone.Code is 'R' : lone.Code is 'D' or 'M'))
        {
            return null;
        }

        var readings = Amounts(exercise, fix, kind);
        // What it was tells which of the two is meant.
        readings = readings.Count > 1 && before is not null && readings.FindAll(r => Was(before, r)) is { Count: 1 } told ? told : readings;
        if (readings.Count != 1 || kind == FixKind.Manner || !Was(before, readings[0]))
        {
            return VoiceReading.Ask(kind == FixKind.Manner ? "A new set, or what should be changed?" : "What should it be?", Options.AtLeastTwo([.. kind == FixKind.Manner ? NewSet() : [], .. readings.Select(r => Options.Of(context, r))]));
        }

        return SetFix.Checked(context, readings[0]);
    }

    private decimal? Effort() => scan.Marks.Exists(m => m.Kind == MarkKind.Rpe) ? scan.Marks.Find(m => m.Kind == MarkKind.Rpe).Value : null;

    private SetKind? Kind()
    {
        foreach (var mark in scan.Marks)
        {
            SetKind? kind = mark.Kind switch { MarkKind.Warmup or MarkKind.AllWarmup => SetKind.Warmup, MarkKind.Drop or MarkKind.DropSet => SetKind.Drop, MarkKind.Failure => SetKind.Failure, MarkKind.Working => SetKind.Working, _ => null };
            if (kind is not null)
            {
                return kind;
            }
        }

        return null;
    }

    private VoiceOption[] NewSet() => LogSetRule.Read(scan.Stretch, context) is { Reading: { Outcome: VoiceOutcome.Understood } reading } ? [Options.Of(context, reading.Commands)] : [];

    private bool Was(decimal? before, VoiceCommand.CorrectSet fix) => before is null || (fix.Reps is not null && set.Done.Reps == before) || (fix.Load is not null && set.Done.Load?.Value == before)
        || (fix.DurationSeconds is not null && set.Done.DurationSeconds == before);

    private List<VoiceCommand.CorrectSet> Amounts(Exercise exercise, VoiceCommand.CorrectSet fix, FixKind kind)
    {
        var items = scan.Items.ConvertAll(one => LoadResolver.Hung(one, exercise));
        if (items is not [var item])
        {
            return SetAssembler.Assemble(items, SetPatterns.Reps) is [{ Count: 1, Goal: null, Load: { } both, Reps: { As: Amount.Absolute } count }] && IsCount(count.Value)
                && LoadResolver.Resolve(both, exercise, context, set.Done) is { } whole ? [fix with { Load = whole, Reps = (int)count.Value }] : [];
        }

        return item.Code switch
        {
            'D' when item.As == Amount.Absolute && SetDuration.IsValid((int)Math.Min(item.Value, int.MaxValue)) => [fix with { DurationSeconds = (int)item.Value }],
            'M' when Distance.IsValid(item.Value, item.LengthUnit) => [fix with { Distance = new Distance(item.Value, item.LengthUnit) }],
            'R' when item.As == Amount.Absolute && IsCount(item.Value) => [fix with { Reps = (int)item.Value }],
            'R' when item.As == Amount.Change && set.Done.Reps + item.Value is { } changed && IsCount(changed) => [fix with { Reps = (int)changed }],
            // "make that one more" may be one rep.
            'L' when item is { As: Amount.Change, Unit: null } && item.Value == decimal.Truncate(item.Value) => [],
            'L' when kind != FixKind.Reps && LoadResolver.Resolve(item, exercise, context, set.Done) is { } load => [fix with { Load = load }],
            'W' => [fix with { Side = item.Side }],
            'N' when kind == FixKind.Reps => IsCount(item.Value) ? [fix with { Reps = (int)item.Value }] : [],
            'N' when kind == FixKind.Load => LoadResolver.Resolve(item, exercise, context, set.Done) is { } load ? [fix with { Load = new Load(load.Value, item.Unit ?? set.Done.Load?.Unit ?? load.Unit) }] : [],
            'N' => Bare(item, exercise, fix),
            _ => [],
        };
    }

    private bool IsTimed(Exercise exercise) => exercise.Measure is Measure.Time or Measure.LoadDistance or Measure.DistanceTime || (set.Done.Reps is null && set.Done.DurationSeconds is not null);

    // A bare number is the reps or the load, whichever it is near; in between it is asked.
    private List<VoiceCommand.CorrectSet> Bare(Item item, Exercise exercise, VoiceCommand.CorrectSet fix)
    {
        if (exercise.Measure == Measure.Time)
        {
            return SetDuration.IsValid((int)Math.Min(item.Value, int.MaxValue)) && item.Value == decimal.Truncate(item.Value) ? [fix with { DurationSeconds = (int)item.Value }] : [];
        }

        var readings = new List<VoiceCommand.CorrectSet>();
        if (set.Done.Reps is not null && IsCount(item.Value) && item.Value <= UsualReps)
        {
            readings.Add(fix with { Reps = (int)item.Value });
        }

        if (set.Done.Load is { Value: > 0 } load && item.Value >= load.Value / 2 && Load.IsValid(item.Value))
        {
            readings.Add(fix with { Load = new Load(item.Value, load.Unit) });
        }

        return readings;
    }

    private static bool IsCount(decimal value) => value == decimal.Truncate(value) && value is >= 1 and <= 1000;
}
