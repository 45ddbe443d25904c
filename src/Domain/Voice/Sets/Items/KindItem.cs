using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>Warm-up, drop set, failure, AMRAP.</summary>
internal sealed class KindItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        var (kind, length) = Read(scan);
        if (length == 0)
        {
            return false;
        }

        scan.DropSet |= kind is null;
        scan.Conflict |= kind is not null && scan.Kind is { } before && before != kind;
        scan.Kind = kind ?? scan.Kind;
        scan.At += length;
        scan.At += scan.Word(0) is "set" or "sets" ? 1 : 0;
        return true;
    }

    private static (SetKind? Kind, int Length) Read(SetScan scan) => (scan.Here.Text, scan.Word(1), scan.Word(2)) switch
    {
        ("warm", "up" or "ups", _) => (SetKind.Warmup, 2),
        ("warmup" or "warmups", _, _) => (SetKind.Warmup, 1),
        ("warming", "up", _) => (SetKind.Warmup, 2),
        ("drop", "set" or "sets", _) => (null, 1),
        ("dropset" or "dropsets", _, _) => (null, 1),
        ("dropped", "to" or "down", "to") => (SetKind.Drop, 3),
        ("dropped", "to", _) => (SetKind.Drop, 2),
        ("to" or "till" or "until", "failure", _) => (SetKind.Failure, 2),
        ("amrap", _, _) => (SetKind.Failure, 1),
        ("amp" or "am", "wrap" or "rap", _) => (SetKind.Failure, 2),
        ("as", "many", "reps") when scan.Next(3, "as") && scan.Next(4, "possible") => (SetKind.Failure, 5),
        _ => (null, 0),
    };
}
