using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>What a correction may change.</summary>
internal enum FixKind
{
    /// <summary>Amounts and manner: "make that 9 reps", "no, 85 for 7".</summary>
    Whole,

    /// <summary>Only how it was done; amounts could be a new set: "that was a warm-up", "that was eight".</summary>
    Manner,

    /// <summary>Effort alone, said of itself: "RPE 9", "two in the tank".</summary>
    Effort,

    /// <summary>A number and the one it was not: "10 not 9".</summary>
    Contrast,

    /// <summary>The reps: "change the reps to 10".</summary>
    Reps,

    /// <summary>The load: "the weight was 85".</summary>
    Load,
}

/// <summary>What of a set is to be changed: "9 reps", "82.5", "a warm-up", "8 not 10".</summary>
internal static class SetFix
{
    // Nobody puts a set right in more words.
    private const int MostWords = 24;

    public static VoiceReading? Read(ReadOnlyMemory<Token> tail, VoiceContext context, (string ExerciseId, int Set, VoiceSet Done)? target, FixKind kind, decimal? was = null)
    {
        // "no 80 for 8 today" leaves it out, "no plate for 10" the plate.
        if (tail.Length > MostWords || (kind == FixKind.Effort && !SpeaksOfEffort(tail.Span)) || (kind == FixKind.Whole && (tail.Span[^1].Is("today") || tail.Span[0] is { Text: "plate" or "plates", Break: false })))
        {
            return null;
        }

        var (now, before) = Contrast(kind == FixKind.Effort ? WithoutTarget(tail) : tail);
        before ??= was;
        if (kind == FixKind.Contrast && before is null)
        {
            return null;
        }

        var scan = new SetScan(now, context).Run();
        var manner = scan.Marks.Exists(m => m.Kind is MarkKind.Rpe or MarkKind.Warmup or MarkKind.AllWarmup or MarkKind.DropSet or MarkKind.Drop or MarkKind.Failure or MarkKind.Each or MarkKind.Sides or MarkKind.Working);
        var other = scan.Marks.Exists(m => m.Kind is MarkKind.Note or MarkKind.NoteOnAll);
        if (scan.Unknown.Count > 0 || scan.Conflict || !scan.Exercise.IsNone || other || (scan.Items.TrueForAll(i => i.Code is 'F' or 'A' or 'O' or 'T') && (scan.Items.Count > 0 || !manner))
            || (kind == FixKind.Effort && (scan.Items.Count > 0 || scan.Marks.Exists(m => m.Kind != MarkKind.Rpe))) || (kind is FixKind.Reps or FixKind.Load or FixKind.Contrast && scan.Items.Count != 1))
        {
            return null;
        }

        return target is { } set ? new Fixing(scan, context, set).Change(before is not null && kind == FixKind.Manner ? FixKind.Whole : kind, before) : VoiceReading.Reject("There is no set to correct.");
    }

    /// <summary>The correction, unless what it makes of the set is implausible.</summary>
    public static VoiceReading Checked(VoiceContext context, VoiceCommand.CorrectSet fix) =>
        Plausibility.Check([new VoiceCommand.LogSet(fix.ExerciseId, fix.Load, fix.Reps, fix.Rpe)], context) is { } doubt
            ? VoiceReading.Ask(doubt, Options.AtLeastTwo([Options.Of(context, fix)])) : VoiceReading.Of([fix]);

    // Of the next set nothing is done yet.
    private static bool SpeaksOfEffort(ReadOnlySpan<Token> tokens)
    {
        if (tokens[0].Is("next"))
        {
            return false;
        }

        foreach (var token in tokens)
        {
            if (token.Text is "rpe" or "rir" or "tank" or "reserve" or "effort")
            {
                return true;
            }
        }

        return false;
    }

    // "RPE eight on that": it is the last set's anyway.
    private static ReadOnlyMemory<Token> WithoutTarget(ReadOnlyMemory<Token> tail)
    {
        var words = tail.Span;
        for (var length = 2; length <= 4 && length < words.Length; length++)
        {
            if (words[^length].Text is "on" or "for" && IsLast(words[^(length - 1)..]))
            {
                return tail[..^length];
            }
        }

        return tail;
    }

    private static bool IsLast(ReadOnlySpan<Token> words) => words switch
    {
        [var that] => that.Text is "that" or "it" or "this",
        [var that, var one] => that.Text is "that" or "this" or "last" && one.Text is "set" or "one",
        [var the, var last, var one] => the.Text is "the" or "that" or "my" && last.Is("last") && one.Text is "set" or "one",
        _ => false,
    };

    // "8 not 10": what it was has to be what was said.
    private static (ReadOnlyMemory<Token> Now, decimal? Before) Contrast(ReadOnlyMemory<Token> tail)
    {
        if (tail.Span[0].Is("not") && NumberReader.TryRead(tail.Span, 1, out var first, out var behind) && behind < tail.Length && (tail.Span[behind].Break || tail.Span[behind].Is("but")))
        {
            return (tail[(tail.Span[behind].Is("but") ? behind + 1 : behind)..], first);
        }

        for (var i = 1; i + 1 < tail.Length; i++)
        {
            if (tail.Span[i].Is("not") && NumberReader.TryRead(tail.Span, i + 1, out var before, out var end)
                && (end == tail.Length || (end + 1 == tail.Length && (Units.IsReps(tail.Span[end].Text) || Units.Weight(tail.Span[end].Text) is not null))))
            {
                return (tail[..i], before);
            }
        }

        return (tail, null);
    }
}
