namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>
/// The orders a set is said in, over the codes of <see cref="Item"/>; v is a load or number, q reps or number, c a number that counts
/// sets, g the reps that were meant, m and d a number of metres or seconds; "?" makes the code before it optional. The longest that fits wins.
/// </summary>
internal static class SetPatterns
{
    public static readonly string[] Reps =
    [
        "A?vF?q", "A?vXq", "LBq", "F?qAv", "vTFq", "LTR", "RTL", "qO?L", "RO?v", "Fq", "q", "FR", "Xq", "ZF?q", "ZAq", "ZA?L", "SZ", "Z", "Lq", "LAq",
        "SO?qA?v", "SO?q", "SO?vFq", "SAvF?O?q", "SFq", "A?vF?A?SO?q", "cAvFq", "cXqA?F?v", "cBqA?v", "cBqFv", "vF?A?cXq", "vF?cBq", "SXqA?v", "SBqA?v", "cSO?q",
        "vFqF?S", "vFqXc", "vXqF?S", "vXqXS", "vFqXS", "vXqXc", "cXqXv", "qF?SAv", "qF?S", "qAvF?S", "SF?qAv", "LqF?S",
        "vBq", "A?v", "vF", "qWAv", "vWq", "vFqW", "vqW", "qW", "Wq", "WvFq", "WqAv", "WvXq", "WRA?v",
        "F?gAvT?Gq", "A?vF?gT?Gq", "A?vXgT?Gq",
    ];

    public static readonly string[] Timed =
    [
        "D", "FD", "A?vF?D", "F?DAv", "M", "FM", "A?vF?M", "MF?A?D", "DF?A?M", "MAv", "SO?F?D", "SO?M", "SOF?MF?AvD", "SO?DAv", "cXD", "DXc", "cO?D", "cXM", "SZ", "Z", "ZF?D", "ZAD", "mAD", "d", "MDAv",
        "DW", "WD", "SO?MAv", "vF?S?O?M", "DF?S", "MF?S", "FMAD", "AD", "DvM", "vMD", "vMAD", "Fd",
    ];

    /// <summary>How many items a pattern takes from a place, or 0.</summary>
    public static int Fit(string pattern, List<Item> items, int at, Span<char> roles)
    {
        var i = at;
        for (var p = 0; p < pattern.Length; p++)
        {
            var optional = p + 1 < pattern.Length && pattern[p + 1] == '?';
            if (i < items.Count && Is(pattern[p], items[i].Code))
            {
                roles[i - at] = pattern[p];
                i++;
            }
            else if (!optional)
            {
                return 0;
            }

            p += optional ? 1 : 0;
        }

        return i - at;
    }

    private static bool Is(char role, char code) => role switch
    {
        'v' => code is 'N' or 'L',
        'q' or 'g' => code is 'N' or 'R',
        'c' or 'm' or 'd' => code is 'N',
        _ => role == code,
    };
}
