using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>"RPE eight and a half", "two in the tank", "RIR 2".</summary>
internal sealed class EffortItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        var lead = 0;
        while (scan.Word(lead) is "at" or "@" or "with" or "was" or "an" or "a" or "and" or "had" or "i" or "still" or "about" or "of")
        {
            lead++;
        }

        return Named(scan, lead) || Reserve(scan, lead) || Unspent(scan);
    }

    // "could have done two more"
    private static bool Unspent(SetScan scan)
    {
        var at = scan.Word(0) is "i" ? 1 : 0;
        var could = (scan.Word(at), scan.Word(at + 1), scan.Word(at + 2)) switch
        {
            ("could", "have", "done" or "got" or "had") => 3,
            ("couldve", "done" or "got" or "had", _) => 2,
            _ => 0,
        };
        at += could;
        return could > 0 && scan.Items.Count > 0 && NumberReader.TryRead(scan.Tokens, scan.At + at, out var left, out var end) && end < scan.Tokens.Length && scan.Tokens[end].Is("more")
            && scan.Marked(MarkKind.Rpe, end + 1 - scan.At, 10 - left);
    }

    private static bool Named(SetScan scan, int lead)
    {
        var reserve = scan.Word(lead) is "rir";
        if (!reserve && scan.Word(lead) is not ("rpe" or "effort"))
        {
            return Behind(scan, lead);
        }

        var at = scan.At + lead + 1;
        while (at < scan.Tokens.Length && scan.Tokens[at].Text is "of" or "was" or "is" or "at" or "a" or "an" or "about" or "level")
        {
            at++;
        }

        return NumberReader.TryRead(scan.Tokens, at, out var value, out var end) && scan.Marked(MarkKind.Rpe, end - scan.At, reserve ? 10 - value : value);
    }

    // "8 RPE", "2 RIR"
    private static bool Behind(SetScan scan, int lead)
    {
        if (!NumberReader.TryRead(scan.Tokens, scan.At + lead, out var value, out var end) || end >= scan.Tokens.Length || scan.Tokens[end].Text is not ("rpe" or "rir"))
        {
            return false;
        }

        var reserve = scan.Tokens[end].Is("rir");
        var behind = end + 1 < scan.Tokens.Length && scan.Tokens[end + 1].Text is "of" or "was" or "is" or "at" ? end + 2 : end + 1;
        var free = behind >= scan.Tokens.Length || !NumberReader.TryRead(scan.Tokens, behind, out _, out _);
        return free && scan.Marked(MarkKind.Rpe, end + 1 - scan.At, reserve ? 10 - value : value);
    }

    // "two in the tank" is RPE 8, "nothing left in the tank" RPE 10.
    private static bool Reserve(SetScan scan, int lead)
    {
        var i = scan.At + lead;
        decimal left = 0;
        if (scan.Word(lead) is "nothing" or "none" or "no")
        {
            i++;
        }
        else if (scan.Word(lead) is "couple")
        {
            (left, i) = (2, i + (scan.Word(lead + 1) is "of" ? 2 : 1));
        }
        else if (!NumberReader.TryRead(scan.Tokens, i, out left, out i))
        {
            return false;
        }

        while (i < scan.Tokens.Length && (scan.Tokens[i].Text is "more" or "left" or "good" || Units.IsReps(scan.Tokens[i].Text)))
        {
            i++;
        }

        if (i + 1 < scan.Tokens.Length && scan.Tokens[i].Is("to") && scan.Tokens[i + 1].Is("spare"))
        {
            return scan.Marked(MarkKind.Rpe, i + 2 - scan.At, 10 - left);
        }

        if (i + 1 >= scan.Tokens.Length || !scan.Tokens[i].Is("in"))
        {
            return false;
        }

        if (scan.Tokens[i + 1].Is("me"))
        {
            return scan.Marked(MarkKind.Rpe, i + 2 - scan.At, 10 - left);
        }

        i += scan.Tokens[i + 1].Text is "the" or "my" ? 2 : 1;
        return i < scan.Tokens.Length && scan.Tokens[i].Text is "tank" or "reserve" && scan.Marked(MarkKind.Rpe, i + 1 - scan.At, 10 - left);
    }
}
