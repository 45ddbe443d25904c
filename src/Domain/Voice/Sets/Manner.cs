using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>How one set was done: its marks, each given to the set it was said with.</summary>
internal readonly record struct Manner(decimal? Rpe, SetKind? Kind, Side? Side, string? Note, bool Assisted)
{
    /// <summary>The manner of each group; null when a mark was said twice, differently, or could be two groups'.</summary>
    public static Manner[]? Of(SetScan scan, IReadOnlyList<SetDraft> drafts, bool hangsOnSides)
    {
        var manners = new Manner[drafts.Count];
        foreach (var mark in scan.Marks)
        {
            var at = Group(mark, scan, drafts);
            var ok = mark.Kind switch
            {
                MarkKind.AllWarmup => All(manners, 0, SetKind.Warmup),
                MarkKind.Warmup when Unclear(mark, scan, drafts, at) => false,
                MarkKind.Warmup => All(manners.AsSpan(at, 1), 0, SetKind.Warmup),
                MarkKind.Failure => All(manners.AsSpan(at, 1), 0, SetKind.Failure),
                MarkKind.Drop => All(manners.AsSpan(at, 1), 0, SetKind.Drop),
                MarkKind.DropSet => DropSet(scan, manners, at, drafts),
                MarkKind.Sides when hangsOnSides => true,
                MarkKind.NoteOnAll => Noted(manners, mark.Text!),
                _ => Add(ref manners[at], mark),
            };
            if (!ok)
            {
                return null;
            }
        }

        return manners;
    }

    private static bool Add(ref Manner manner, Mark mark)
    {
        if (mark.Kind == MarkKind.Rpe && manner.Rpe is { } before && before != mark.Value)
        {
            return false;
        }

        manner = mark.Kind switch
        {
            MarkKind.Rpe => manner with { Rpe = mark.Value },
            MarkKind.Each or MarkKind.Sides => manner with { Side = Shared.Side.Each },
            MarkKind.Note => manner with { Note = manner.Note is null ? mark.Text : manner.Note + ", " + mark.Text },
            MarkKind.Assisted => manner with { Assisted = true },
            _ => manner,
        };
        return true;
    }

    private static bool All(Span<Manner> manners, int from, SetKind kind)
    {
        foreach (ref var manner in manners[from..])
        {
            if (manner.Kind is { } before && before != kind)
            {
                return false;
            }

            manner = manner with { Kind = kind };
        }

        return true;
    }

    // The first set of a drop set is working, unless it goes down from a heavier one before.
    private static bool DropSet(SetScan scan, Manner[] manners, int at, IReadOnlyList<SetDraft> drafts)
    {
        var last = scan.Context.FocusExerciseId is { } id ? scan.Context.LastSet(id) : null;
        var alone = drafts.Count == 1 && drafts[0].Load is { } load && last?.Load is { } before && load.As == Amount.Absolute && load.Value < before.Value;
        if (manners[at].Kind == SetKind.Warmup)
        {
            return false;
        }

        return All(manners, alone || (at > 0 && at == drafts.Count - 1) ? at : Math.Min(at + 1, manners.Length), SetKind.Drop);
    }

    private static bool Noted(Manner[] manners, string text)
    {
        foreach (ref var manner in manners.AsSpan())
        {
            manner = manner with { Note = manner.Note is null ? text : manner.Note + ", " + text };
        }

        return true;
    }

    // "warm-up 40 for 10, 60 for 8": one warm-up or two?
    private static bool Unclear(Mark mark, SetScan scan, IReadOnlyList<SetDraft> drafts, int at) => IsAmidst(mark, scan, drafts) || mark.At <= drafts[at].From && at == 0 && drafts.Count > 1
        && scan.Items[drafts[0].To].Code != 'T' && !scan.Marks.Exists(m => m.Kind is MarkKind.Working or MarkKind.Warmup && m.At > mark.At);

    // "40 for 10 warm up 60 for 5": the one before or the one behind?
    private static bool IsAmidst(Mark mark, SetScan scan, IReadOnlyList<SetDraft> drafts)
    {
        for (var i = 0; i + 1 < drafts.Count; i++)
        {
            if (mark.At == drafts[i].To && !mark.Break && !scan.Items[mark.At].Break && scan.Items[mark.At].Code != 'T')
            {
                return !scan.Marks.Exists(m => m.Kind is MarkKind.Warmup or MarkKind.Working && m.At <= drafts[0].From);
            }
        }

        return false;
    }

    // Between two groups a pause says to which it belongs, else its kind does.
    private static int Group(Mark mark, SetScan scan, IReadOnlyList<SetDraft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            if (mark.At < drafts[i].To || i == drafts.Count - 1)
            {
                return i;
            }

            if (mark.At == drafts[i].To)
            {
                var pauseBehind = scan.Items[mark.At].Break || scan.Items[mark.At].Code == 'T';
                var ahead = mark.Kind is MarkKind.Drop or MarkKind.DropSet || (mark.Leads ? mark.Break || !pauseBehind : mark.Break && !pauseBehind);
                return ahead ? i + 1 : i;
            }
        }

        return 0;
    }
}
