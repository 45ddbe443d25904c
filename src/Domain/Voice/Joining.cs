using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice;

/// <summary>Makes one reading of the parts of a breath: all of them, or a question.</summary>
internal static class Joining
{
    /// <summary>Null when the parts can't be said in one breath.</summary>
    public static VoiceReading? Join(List<Candidate> parts, VoiceContext context)
    {
        var doubt = parts.FindIndex(p => p.Reading.Outcome is not (VoiceOutcome.Understood or VoiceOutcome.Answered));
        if (doubt >= 0)
        {
            return parts.FindIndex(doubt + 1, p => p.Reading.Outcome is not (VoiceOutcome.Understood or VoiceOutcome.Answered)) >= 0
                ? parts[doubt].Reading with { Options = [] } : Asked(parts, doubt, context);
        }

        if (parts.Exists(p => p.Reading.Commands.Any(c => c is VoiceCommand.Confirm or VoiceCommand.Cancel)))
        {
            return null;
        }

        // "80 for 8, delete that": set numbers mean the state before the sentence, and there it isn't yet.
        if (parts.Exists(p => p.Reading.Commands.Any(c => c is VoiceCommand.RemoveSet gone && gone.Set > (context.Entry(gone.ExerciseId)?.Sets.Count ?? 0))))
        {
            return VoiceReading.Ask("Should that set be logged?", Options.AtLeastTwo([Options.Of(context, [.. parts.SelectMany(p => p.Reading.Commands).Where(c => c is VoiceCommand.LogSet)])]));
        }

        // "bench and squat 100 for 5": nobody goes to one exercise to log another.
        IReadOnlyList<VoiceCommand> all = [.. parts.SelectMany(p => p.Reading.Commands)];
        for (var i = 1; i < all.Count; i++)
        {
            if (all[i - 1] is VoiceCommand.AddExercise go && all[i] is VoiceCommand.LogSet set && go.ExerciseId != set.ExerciseId)
            {
                return VoiceReading.Ask("Which exercise was that?", Options.Of(context, set), Options.Of(context, set with { ExerciseId = go.ExerciseId }));
            }
        }

        return Moved(all, context) ?? VoiceReading.Of(Merged([.. all], context), parts.Min(p => p.Reading.Confidence) - 0.02);
    }

    // "that was bench, 85 for 8": what the set that is moved really was, or one more there?
    private static VoiceReading? Moved(IReadOnlyList<VoiceCommand> all, VoiceContext context)
    {
        for (var i = 1; i < all.Count; i++)
        {
            if (all[i - 1] is VoiceCommand.CorrectSet { WithExerciseId: { } to, Load: null, Reps: null } move && all[i] is VoiceCommand.LogSet set && set.ExerciseId == to)
            {
                var fix = move with { Load = set.Load, Reps = set.Reps, Rpe = set.Rpe, Kind = set.Kind, Side = set.Side, DurationSeconds = set.DurationSeconds, Distance = set.Distance, Note = set.Note };
                var (put, added) = (Options.Of(context, [.. all.Take(i - 1), fix, .. all.Skip(i + 1)]), Options.Of(context, all));
                var same = context.Set(move.ExerciseId, move.Set)?.Load == set.Load;
                return VoiceReading.Ask("A new set, or what should be changed?", same ? added : put, same ? put : added);
            }
        }

        return null;
    }

    /// <summary>"one, two, three" is counted aloud before it is three sets: from which number on, null where the numbers are no such row.</summary>
    public static int? CountedFrom(List<Candidate> parts)
    {
        int? first = null;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not { Rule: LogSetRule.NumberAlone, Reading.Commands: [VoiceCommand.LogSet { Reps: { } reps }] } || reps != (first ??= reps) + i)
            {
                return null;
            }
        }

        return parts.Count > 2 || first == 1 ? first : null;
    }

    /// <summary>Whether a number stands alone beside sets at another load, or beside several: "8, 85 for 7". It may be theirs.</summary>
    public static bool IsTorn(List<Candidate> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is { Rule: LogSetRule.NumberAlone, Reading.Commands: [VoiceCommand.LogSet alone] } && (IsOther(alone, parts, i - 1) || IsOther(alone, parts, i + 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOther(VoiceCommand.LogSet alone, List<Candidate> parts, int beside) => beside >= 0 && beside < parts.Count && parts[beside].Rule == LogSetRule.Name
        && parts[beside].Reading.Commands is [VoiceCommand.LogSet set, ..] and var sets && (sets.Count > 1 || (set.ExerciseId == alone.ExerciseId && set.Load is not null && set.Load != alone.Load));

    // The question of one part, its answers with what the others do.
    private static VoiceReading Asked(List<Candidate> parts, int doubt, VoiceContext context)
    {
        var (before, after) = (parts.Take(doubt).SelectMany(p => p.Reading.Commands), parts.Skip(doubt + 1).SelectMany(p => p.Reading.Commands));
        return parts[doubt].Reading with
        {
            Options = [.. parts[doubt].Reading.Options.Select(o => o.Commands is [VoiceCommand.Cancel] ? o : Options.Of(context, [.. before, .. o.Commands, .. after]))],
        };
    }

    // "80 for 8, that was RPE 9" is one set, said in two parts: set numbers mean the state before the sentence.
    private static List<VoiceCommand> Merged(List<VoiceCommand> commands, VoiceContext context)
    {
        for (var i = 1; i < commands.Count; i++)
        {
            if (commands[i] is not VoiceCommand.CorrectSet { WithExerciseId: null } fix || fix.Set <= (context.Entry(fix.ExerciseId)?.Sets.Count ?? 0))
            {
                continue;
            }

            var logged = commands.FindLastIndex(i - 1, c => c is VoiceCommand.LogSet s && s.ExerciseId == fix.ExerciseId);
            if (logged >= 0)
            {
                var set = (VoiceCommand.LogSet)commands[logged];
                commands[logged] = set with
                {
                    Load = fix.Load ?? set.Load,
                    Reps = fix.Reps ?? set.Reps,
                    Rpe = fix.Rpe ?? set.Rpe,
                    Kind = fix.Kind ?? set.Kind,
                    Side = fix.Side ?? set.Side,
                    DurationSeconds = fix.DurationSeconds ?? set.DurationSeconds,
                    Distance = fix.Distance ?? set.Distance,
                };
                commands.RemoveAt(i--);
            }
        }

        return commands;
    }
}
