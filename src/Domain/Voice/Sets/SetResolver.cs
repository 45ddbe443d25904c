using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>Fills what was read with what the workout already knows, one group after the other.</summary>
internal sealed class SetResolver(SetScan scan, Exercise exercise, VoiceContext context)
{
    private const decimal LightestBar = 10;
    private const int MostOnBar = 50, LeastEffort = 5, UsualReps = 30, LeastSeconds = 10;
    private readonly SetQuestions _ask = new(exercise, context);
    private VoiceSet? _last = context.LastSet(exercise.Id);
    private Manner _manner;

    public SetResult Resolve(IReadOnlyList<SetDraft> drafts)
    {
        if (Manner.Of(scan, drafts, LoadResolver.HangsOnSides(exercise)) is not { } manners)
        {
            return SetResult.Ask("You said it two ways. Which one is right?");
        }

        var sets = new List<VoiceCommand.LogSet>();
        for (var i = 0; i < drafts.Count; i++)
        {
            _manner = manners[i];
            var made = Timed ? Time(drafts[i]) : Reps(drafts[i]);
            if (made.Question is not null)
            {
                return drafts.Count == 1 ? _ask.Dressed(made, Dress, drafts[i]) : SetResult.Ask(made.Question);
            }

            var set = Dress(made.Sets![0], drafts[i]);
            sets.AddRange(Enumerable.Repeat(set, drafts[i].Count));
            _last = new VoiceSet(set.Load, set.Reps, set.Rpe, set.Kind ?? SetKind.Working, set.Side, set.DurationSeconds, set.Distance);
        }

        return sets.Count > SetAssembler.MostSets ? SetResult.Ask("That is a lot of sets. Is that right?")
            : Plausibility.Check(sets, context) is { } doubt ? _ask.Doubtful(doubt, sets)
            : drafts[0].Told > 0 && drafts[0].Told != drafts.Count ? SetResult.Ask("How many sets was that?", Options.AtLeastTwo([Options.Of(context, [.. sets])]))
            : drafts[0].MayStandAlone && context.LastSet(exercise.Id)?.Load is var before && before != sets[0].Load ? _ask.OneLoadOrTwo(sets, before) : new(sets, null);
    }

    private bool Timed => exercise.Measure is Measure.Time or Measure.LoadDistance or Measure.DistanceTime;

    private VoiceCommand.LogSet Dress(VoiceCommand.LogSet set, SetDraft draft) => set with
    {
        Rpe = _manner.Rpe ?? set.Rpe,
        Kind = _manner.Kind ?? set.Kind,
        Side = draft.Side ?? _manner.Side ?? set.Side,
        Note = _manner.Note,
    };

    private SetResult Reps(SetDraft draft)
    {
        if (draft.Again is { } again)
        {
            return Again(again, draft);
        }

        if (draft.Reps is { } said)
        {
            return Counted(said, draft);
        }

        // A number alone on the body's own weight is its reps.
        return draft.Load is { Code: 'N', IsTarget: false } lone && exercise.Measure == Measure.BodyweightReps && scan.Items[draft.From].Code != 'A' ? Counted(lone, draft with { Load = null, Pattern = "q" })
            : draft.Load is { } load && LoadResolver.Resolve(load, exercise, context, _last, _manner.Assisted) is { } heavy ? _ask.HowMany(heavy, _last)
            : SetResult.Ask("How many reps?");
    }

    private SetResult Counted(Item said, SetDraft draft)
    {
        var reps = said.As switch { Amount.Same => _last?.Reps, Amount.Change => _last?.Reps + said.Value, _ => said.Value };
        if (reps is not { } count || count != decimal.Truncate(count) || count is < 1 or > 1000 || said.Unit is not null)
        {
            return SetResult.Ask("How many reps was that?");
        }

        // "ten by seventy": nobody does ten sets of seventy.
        if (draft is { Count: > 1, Pattern: "vBq", Load: null } && count > UsualReps && exercise.Measure == Measure.LoadReps)
        {
            return SetResult.Ask("Which is the weight and which the reps?");
        }

        if (said.As != Amount.Absolute && draft.Load is null)
        {
            return _ask.Repeated((int)count, _last);
        }

        if (draft.Load is null && said.Code == 'N' && !Plausibility.IsCountAlone(count, exercise, _last, _manner.Kind is not null))
        {
            return draft.Count > 1 ? SetResult.Ask("Is that the weight or the reps?") : _ask.LoadOrReps(count, _last);
        }

        return draft.Load is { } load ? Loaded(load, (int)count, draft) : KnownLoad((int)count);
    }

    private SetResult Loaded(Item spoken, int count, SetDraft draft)
    {
        if (spoken.As == Amount.Body)
        {
            return exercise.Measure is Measure.BodyweightReps ? Set(null, count) : SetResult.Ask("With which weight?");
        }

        var body = exercise.Measure is Measure.BodyweightReps or Measure.AssistedReps;
        // "drop 60" after 80 leaves no 20: it is where the drop set goes.
        if (spoken is { As: Amount.Change, IsDrop: true } && _last?.Load is { } heavy && -spoken.Value > heavy.Value / 2 && -spoken.Value < heavy.Value)
        {
            return SetResult.Of(new(exercise.Id, new Load(-spoken.Value, spoken.Unit ?? heavy.Unit), count, Kind: SetKind.Drop));
        }

        // "add 80 for 8" after 80 adds a set, not 80 kilos.
        if (spoken is { As: Amount.Change, IsAdd: true } && _last?.Load is { } known && spoken.Value > known.Value / 2)
        {
            spoken = spoken with { As = Amount.Absolute };
        }

        var load = LoadResolver.Resolve(spoken, exercise, context, _last, _manner.Assisted);
        if (load is null || (load.Value < 0 && !body) || (_manner.Assisted && !body))
        {
            return SetResult.Ask("Which weight was that?");
        }

        if (draft.EitherWay)
        {
            return _ask.SetsOrReps(load, draft.Count, count);
        }

        var plain = spoken is { Code: 'N', As: Amount.Absolute } && draft.Reps is { Code: 'N' };
        var spelled = draft.Pattern is not "A?vF?q" || draft.Spelled || scan.Marks.Exists(m => m.At > draft.From && m.At < draft.To);
        if (plain && draft.Count == 1 && load.Value > 0 && Plausibility.CouldBeSwapped(load, count, spelled, _last))
        {
            return _ask.WhichIsWhich(load, count);
        }

        // "two for one": no bar weighs so little.
        if ((plain || count > UsualReps) && load.Kilograms is > 0 and < LightestBar && LoadResolver.IsOnBar(exercise) && !(_last?.Load?.Kilograms < LightestBar))
        {
            return draft.Count == 1 ? _ask.WhichIsWhich(load, count) : SetResult.Ask("Which weight was that?");
        }

        // "8 at 85, got 6": one set that fell short, or two?
        if (draft.Goal is { } goal)
        {
            return _ask.MeantOrGot(load, (int)goal.Value, count);
        }

        // "a plate for 100", "80 kilos at 8": no bar is lifted so often, and "at" may lead to the effort.
        if ((count > MostOnBar && LoadResolver.IsOnBar(exercise)) || draft is { Pattern: "LAq", Reps.Code: 'N' })
        {
            return SetResult.Ask("How many reps was that?", Options.AtLeastTwo([Options.Of(context, new VoiceCommand.LogSet(exercise.Id, load, count))]));
        }

        if (draft is { Pattern: "qO?L", Reps.Code: 'N' } && count > 30 && load.Value > 0)
        {
            return _ask.WhichIsWhich(load, count);
        }

        // "eight at nine" may be the effort.
        if (plain && draft is { Pattern: "F?qAv", Count: 1 } && load.Value is >= LeastEffort and <= 10 && _last?.Load is { } before && before.Value > 2 * load.Value)
        {
            return _ask.WeightOrEffort(before, load, count);
        }

        if (plain && draft is { Pattern: "A?vXq", Count: 1 } && load.Value <= 10 && load.Value == decimal.Truncate(load.Value) && !(_last?.Load?.Value <= 2 * load.Value))
        {
            return _ask.SetsOrLoad((int)load.Value, count, load, _last);
        }

        return plain && !spelled && HidesFor(load) ? _ask.HiddenFor(load, count) : Set(load, count);
    }

    // "eighty four eight" may have been "eighty for eight", where nobody loads 84.
    private bool HidesFor(Load load) => load.Value >= 24 && load.Value % 10 == 4 && exercise.Equipment is "barbell" or "ez bar" or "trap bar" or "smith machine";

    // A set without a load of its own is done at the last one; on a machine's pin or with a band there is none.
    private SetResult KnownLoad(int count)
    {
        if (_manner.Note is { } note && (note.Contains("band", StringComparison.Ordinal) || note.StartsWith("pin", StringComparison.Ordinal) || note.StartsWith("level", StringComparison.Ordinal)
            || note.StartsWith("setting", StringComparison.Ordinal) || note.Contains("stack", StringComparison.Ordinal) || note.StartsWith("notch", StringComparison.Ordinal)))
        {
            return Set(null, count);
        }

        return _last is not null || exercise.Measure == Measure.BodyweightReps || exercise.Equipment == "band" ? Set(_last?.Load, count) : _ask.WhichWeight(count);
    }

    private SetResult Again(Item again, SetDraft draft)
    {
        var from = again.As == Amount.SameAsLastSession ? context.LastSessionSet(exercise.Id) : again.OfSet > 0 ? context.Set(exercise.Id, again.OfSet) : _last;
        if (from is null)
        {
            return SetResult.Ask(again.OfSet > 0 ? "That set isn't there. What did you do?" : "There is no set to repeat yet. What did you do?");
        }

        var weight = from.Load;
        if (draft.Load is { } other)
        {
            // "same plus one" may be one more rep.
            weight = other is { As: Amount.Change or Amount.Absolute, Unit: null, IsTarget: false } && other.Value == decimal.Truncate(other.Value) ? null : LoadResolver.Resolve(other, exercise, context, from);
            if (weight is null || (weight.Value < 0 && from.Load is not { Value: < 0 } && exercise.Measure is not (Measure.BodyweightReps or Measure.AssistedReps)))
            {
                return SetResult.Ask("Which weight was that?");
            }
        }

        var set = new VoiceCommand.LogSet(exercise.Id, weight, from.Reps, null, null, from.Side, draft.Time is { } t ? (int)t.Value : from.DurationSeconds, from.Distance);
        if (draft.Reps is not { } said)
        {
            return SetResult.Of(set);
        }

        var change = said.As == Amount.Change ? from.Reps + said.Value : said.Value;
        return change is not { } count || count != decimal.Truncate(count) || count < 1 ? SetResult.Ask("How many reps was that?")
            : said.Code == 'N' && !Plausibility.IsCountAlone(count, exercise, from)
                ? from.Load is { } load && Load.IsValid(count) && !Plausibility.IsTooHeavy(new Load(count, load.Unit), exercise.Id, context) && count >= load.Value / 2 && from.Reps is not null
                    ? SetResult.Of(set with { Load = new Load(count, load.Unit) }) : SetResult.Ask("Is that the weight or the reps?")
                : SetResult.Of(set with { Reps = (int)count });
    }

    private SetResult Time(SetDraft draft)
    {
        if (draft.Again is { } again)
        {
            return Again(again, draft);
        }

        if (draft is { Pattern: "d" or "Fd", Time: { Clock: < 0 } either } && exercise.Measure == Measure.Time)
        {
            return _ask.WhichTime(-either.Clock, (int)either.Value);
        }

        // "plank two" are minutes, most likely.
        if (draft is { Pattern: "d" or "Fd", Time: { Value: > 0 and < LeastSeconds } few } && exercise.Measure == Measure.Time && few.Value == decimal.Truncate(few.Value))
        {
            return _ask.WhichTime((int)few.Value * 60, (int)few.Value);
        }

        // "jump rope 100" may be jumps.
        if (draft is { Pattern: "d" or "Fd", Time: { Clock: 0 } bare } && exercise is { Measure: Measure.Time, Equipment: "cardio machine" } && bare.Value == decimal.Truncate(bare.Value) && SetDuration.IsValid((int)Math.Min(bare.Value, int.MaxValue)))
        {
            return SetResult.Ask("How long or how far was that?", Options.AtLeastTwo([Options.Of(context, new VoiceCommand.LogSet(exercise.Id, DurationSeconds: (int)bare.Value))]));
        }

        var seconds = draft.Time is { Clock: > 0 } aloud ? aloud.Clock : draft.Time is { As: Amount.Same } ? _last?.DurationSeconds : draft.Time is { } t && SetDuration.IsValid((int)Math.Min(t.Value, int.MaxValue)) ? (int)t.Value : (int?)null;
        var distance = draft.Length is { } m && Distance.IsValid(m.Value, m.LengthUnit) ? new Distance(m.Value, m.LengthUnit) : null;
        var load = draft.Load is { } said ? LoadResolver.Resolve(said, exercise, context, _last) : null;
        var missing = (seconds is null && distance is null) || (draft.Load is not null && load is null)
            || (draft.Time is not null && seconds is null) || (draft.Length is not null && distance is null)
            || ((draft.Pattern is "d" or "Fd" || draft.Time is { Code: 'N' }) && exercise.Measure != Measure.Time)
            || (distance is not null && exercise.Measure == Measure.Time) || (load?.Value < 0) || (load is not null && exercise.Measure == Measure.DistanceTime);
        return missing ? SetResult.Ask("How long or how far was that?") : SetResult.Of(new(exercise.Id, load, null, null, null, null, seconds, distance));
    }

    private SetResult Set(Load? load, int reps) => SetResult.Of(new(exercise.Id, load, reps));
}
