using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>Warm-up, working and drop sets, failure, AMRAP.</summary>
internal sealed class KindItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        var lead = Lead(scan);
        var (kind, length) = Read(scan, lead);
        if (length == 0)
        {
            return false;
        }

        length += lead;
        var sets = scan.Word(length) is "set" or "sets";
        var many = scan.Word(length) is "sets";
        length += sets ? 1 : 0;
        length += kind is MarkKind.Warmup or MarkKind.AllWarmup or MarkKind.Working && scan.Word(length) is "with" or "at" or "of" or "was" && !many ? 1 : 0;
        if (many && scan.Items is [.., { Code: 'N' } count] && scan.Marks.TrueForAll(m => m.At < scan.Items.Count))
        {
            scan.Items[^1] = count with { Code = 'S' };
        }

        // "two drop sets": how many, not how often.
        if (kind is MarkKind.DropSet or MarkKind.AllWarmup && scan.Items is [{ Code: 'N' }] or [.., { Code: 'T' }, { Code: 'N' }] && scan.Items[^1].Value <= SetAssembler.MostSets)
        {
            scan.Items[^1] = scan.Items[^1] with { Code = 'S' };
        }

        return scan.Marked(kind is MarkKind.Warmup && many ? MarkKind.AllWarmup : kind, length);
    }

    private static int Lead(SetScan scan)
    {
        var at = 0;
        while (scan.Word(at) is "as" or "a" or "an" or "my" or "the" or "first" or "last" or "final" or "another" or "it" or "took" or "went" or "just" or "then" or "to" && at < 4 && Read(scan, at).Length == 0)
        {
            at++;
        }

        return Read(scan, at).Length > 0 ? at : 0;
    }

    private static (MarkKind Kind, int Length) Read(SetScan scan, int at) => (scan.Word(at), scan.Word(at + 1), scan.Word(at + 2)) switch
    {
        ("warmup", _, _) => (MarkKind.Warmup, 1),
        ("warmups", _, _) => (MarkKind.AllWarmup, 1),
        ("working" or "work", "set" or "sets", _) => (MarkKind.Working, 1),
        ("working", var next, _) when scan.Items.Count > 0 && (next is "then" or "and" || Ends(scan, at + 1)) => (MarkKind.Working, 1),
        ("drop", _, _) when at > 0 && scan.Items.Count > 0 && Ends(scan, at + 1) => (MarkKind.Drop, 1),
        ("dropset", "to", _) => (MarkKind.Drop, 2),
        ("dropset", _, _) => (MarkKind.DropSet, 1),
        ("dropped" or "dropping" or "drop", "down" or "it" or "back", "to") => (MarkKind.Drop, 3),
        ("dropped" or "dropping" or "drop", "to", _) => (MarkKind.Drop, 2),
        ("dropped", _, _) when !NumberReader.TryRead(scan.Tokens, scan.At + at + 1, out _, out _) => (MarkKind.Drop, 1),
        ("to" or "till" or "until" or "at", "failure", _) => (MarkKind.Failure, 2),
        ("failure", "set" or "at" or "on", _) => (MarkKind.Failure, 1),
        ("failure", "", _) when scan.At + at + 1 == scan.Tokens.Length => (MarkKind.Failure, 1),
        ("amrap", _, _) => (MarkKind.Failure, 1),
        ("as", "many", "reps") when scan.Word(at + 3) is "as" && scan.Word(at + 4) is "possible" or "i" => (MarkKind.Failure, scan.Word(at + 4) is "i" ? 6 : 5),
        ("as", "many", "as") when scan.Word(at + 3) is "possible" => (MarkKind.Failure, 4),
        _ => (default, 0),
    };

    private static bool Ends(SetScan scan, int at) => scan.At + at == scan.Tokens.Length || scan.Tokens[scan.At + at].Break;
}
