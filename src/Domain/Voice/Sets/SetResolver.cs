using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>Fills what was read with what the workout already knows.</summary>
internal sealed class SetResolver(SetScan scan, Exercise exercise, VoiceContext context)
{
    private readonly VoiceSet? _last = context.LastSet(exercise.Id);

    public SetResult Resolve(List<SetDraft> drafts)
    {
        var sets = new List<VoiceCommand.LogSet>();
        foreach (var draft in drafts)
        {
            var made = Timed ? Time(draft) : Reps(draft);
            if (made.Question is not null)
            {
                return made;
            }

            for (var i = 0; i < draft.Count; i++)
            {
                sets.Add(Dress(made.Sets![0], sets.Count, draft));
            }
        }

        return Plausibility.Check(sets, exercise, context) is { } doubt ? SetResult.Ask(doubt, Options(sets)) : new(sets, null);
    }

    private bool Timed => exercise.Measure is Measure.Time or Measure.LoadDistance or Measure.DistanceTime;

    private static VoiceOption[] Options(List<VoiceCommand.LogSet> sets) => [];

    private VoiceCommand.LogSet Dress(VoiceCommand.LogSet set, int at, SetDraft draft) => set with
    {
        Rpe = scan.Rpe ?? set.Rpe,
        Kind = scan.Kind ?? (scan.DropSet && at > 0 ? SetKind.Drop : null),
        Side = draft.Side ?? scan.Side ?? set.Side,
        Note = scan.Notes.Count > 0 ? string.Join(", ", scan.Notes) : null,
    };

    private SetResult Reps(SetDraft draft)
    {
        if (draft.Again is { } again)
        {
            return Again(again, draft);
        }

        if (draft.Reps is not { } said)
        {
            return draft.Load is { Code: 'N' } lone && exercise.Measure == Measure.BodyweightReps && lone.As == Amount.Absolute
                ? Finish(lone, null, draft) : SetResult.Ask("How many reps?");
        }

        return Finish(said, draft.Load, draft);
    }

    private SetResult Finish(Item said, Item? load, SetDraft draft)
    {
        var reps = said.As switch { Amount.Same => _last?.Reps, Amount.Change => _last?.Reps + said.Value, _ => said.Value };
        if (reps is not { } count || count != decimal.Truncate(count) || count is < 1 or > 1000 || said.Unit is not null)
        {
            return SetResult.Ask("How many reps was that?");
        }

        if (draft.Pattern == "q" && said.Code == 'N' && !PlausibleAlone(count))
        {
            return SetResult.Ask("Is that the weight or the reps?");
        }

        if (load is { } spoken)
        {
            return SpokenLoad(spoken, (int)count, draft);
        }

        return KnownLoad((int)count);
    }

    private SetResult SpokenLoad(Item spoken, int count, SetDraft draft)
    {
        if (spoken.As == Amount.Body)
        {
            return exercise.Measure is Measure.BodyweightReps ? Set(null, count) : SetResult.Ask("With which weight?");
        }

        var load = LoadResolver.Resolve(spoken, exercise, context, _last);
        if (load is null || (load.Value < 0 && exercise.Measure is not (Measure.BodyweightReps or Measure.AssistedReps)))
        {
            return SetResult.Ask("Which weight was that?");
        }

        if (count > 30 && draft.Pattern == "qAv" && load.Value < count)
        {
            return SetResult.Ask("Which is the weight and which the reps?", Either(load, count));
        }

        var bare = draft.Pattern is "vF?q" && draft.Load is { Code: 'N' } && draft.Reps is { Code: 'N' };
        return bare && Plausibility.CouldBeSwapped(load, count, scan.Items.TrueForAll(i => i.Code != 'F'), _last)
            ? SetResult.Ask("Which is the weight and which the reps?", Either(load, count)) : Set(load, count);
    }

    private VoiceOption[] Either(Load load, int count)
    {
        var first = new VoiceCommand.LogSet(exercise.Id, load, count);
        if (load.Value != decimal.Truncate(load.Value) || load.Value < 1 || load.Value > 100)
        {
            return [];
        }

        var second = first with { Load = new Load(count, load.Unit), Reps = (int)load.Value };
        return [new(VoiceLabels.Label(first, context.Exercises), [first]), new(VoiceLabels.Label(second, context.Exercises), [second])];
    }

    // A set without a load of its own is done at the last one; on a machine's pin or with a band there is none.
    private SetResult KnownLoad(int count)
    {
        if (scan.Notes.Exists(n => n.Contains("band", StringComparison.Ordinal) || n.StartsWith("pin", StringComparison.Ordinal)))
        {
            return Set(null, count);
        }

        if (_last is not null || exercise.Measure == Measure.BodyweightReps)
        {
            return Set(_last?.Load, count);
        }

        return SetResult.Ask("With which weight?");
    }

    private bool PlausibleAlone(decimal count) =>
        count <= 30 && (exercise.Measure == Measure.BodyweightReps || _last?.Load is not { } load || count < 13 || Math.Abs(load.Value - count) > count / 3);

    private SetResult Again(Item again, SetDraft draft)
    {
        var from = again.As == Amount.SameAsLastSession ? context.LastSessionSet(exercise.Id) : _last;
        if (from is null)
        {
            return SetResult.Ask("There is no set to repeat yet. What did you do?");
        }

        var reps = draft.Reps is { } said ? (int)said.Value : from.Reps;
        return new([new(exercise.Id, from.Load, reps, null, null, from.Side, from.DurationSeconds, from.Distance)], null);
    }

    private SetResult Time(SetDraft draft)
    {
        if (draft.Again is { } again)
        {
            return Again(again, draft);
        }

        var seconds = draft.Time is { } t && SetDuration.IsValid((int)t.Value) ? (int)t.Value : (int?)null;
        var distance = draft.Length is { } m && Distance.IsValid(m.Value, m.LengthUnit) ? new Distance(m.Value, m.LengthUnit) : null;
        var load = draft.Load is { } said ? LoadResolver.Resolve(said, exercise, context, _last) : null;
        var missing = (seconds is null && distance is null) || (draft.Load is not null && load is null)
            || (draft.Time is not null && seconds is null) || (draft.Length is not null && distance is null)
            || (draft.Pattern == "d" && exercise.Measure != Measure.Time)
            || (distance is not null && exercise.Measure == Measure.Time) || (load?.Value < 0);
        return missing ? SetResult.Ask("How long or how far was that?") : new([new(exercise.Id, load, null, null, null, null, seconds, distance)], null);
    }

    private SetResult Set(Load? load, int reps) => new([new(exercise.Id, load, reps)], null);
}
