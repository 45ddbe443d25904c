using TitanTrakr.Domain.Voice.Sets.Items;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>Reads one part of a set where the scan stands, and moves it on; or leaves it alone.</summary>
internal interface IItemRule
{
    /// <summary>Whether something was read.</summary>
    bool TryRead(SetScan scan);
}

/// <summary>The parts a set is said in, the more particular first. A new construct is a new rule here.</summary>
internal static class ItemRules
{
    private static readonly IItemRule[] All =
    [
        new OtherNameItem(), new LongNameItem(), new HedgeItem(), new EffortItem(), new KindItem(), new PlateItem(), new BodyweightItem(), new SameItem(), new ChangeItem(), new NoteItem(), new SideItem(),
        new NameItem(), new TimeItem(), new LabelItem(), new AmountItem(), new ConnectorItem(), new FillerItem(), new SoundItem(),
    ];

    public static bool TryRead(SetScan scan)
    {
        foreach (var rule in All)
        {
            var at = scan.At;
            if (rule.TryRead(scan))
            {
                return true;
            }

            scan.At = at;
        }

        return false;
    }
}
