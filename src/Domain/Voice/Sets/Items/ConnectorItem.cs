namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>The little words between the numbers.</summary>
internal sealed class ConnectorItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        var code = scan.Here.Value is not null ? ' ' : scan.Here.Text switch
        {
            "for" or "fore" or "got" when scan.Items.Count > 0 || scan.Here.Text is not "got" => 'F',
            "at" or "@" or "with" or "in" => 'A',
            "of" => 'O',
            "x" or "times" => 'X',
            "by" => 'B',
            "then" or "and" => 'T',
            _ => ' ',
        };
        if (code == ' ')
        {
            return false;
        }

        scan.Add(new Item(code), 1);
        return true;
    }
}
