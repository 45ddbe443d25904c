using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Exchange.Reading;

/// <summary>Months by the beginnings of their names, in the languages that the apps write dates in.</summary>
internal static class MonthNames
{
    // English, German, French, Spanish, Italian, Portuguese, Dutch; longer beginnings first where one is part of another.
    private static readonly (string Start, int Month)[] Starts =
    [
        ("juin", 6), ("juil", 7), ("jan", 1), ("ene", 1), ("gen", 1), ("feb", 2), ("fev", 2), ("mar", 3), ("mrz", 3), ("maa", 3), ("mrt", 3),
        ("apr", 4), ("abr", 4), ("avr", 4), ("may", 5), ("mai", 5), ("mag", 5), ("mei", 5), ("jun", 6), ("giu", 6), ("jul", 7), ("lug", 7),
        ("aug", 8), ("ago", 8), ("aou", 8), ("sep", 9), ("set", 9), ("oct", 10), ("okt", 10), ("ott", 10), ("out", 10), ("nov", 11),
        ("dec", 12), ("dez", 12), ("dic", 12),
    ];

    /// <summary>1 to 12, or null.</summary>
    public static int? Find(string name)
    {
        var folded = TextFold.Key(name);
        foreach (var (start, month) in Starts)
        {
            if (folded.StartsWith(start, StringComparison.Ordinal))
            {
                return month;
            }
        }

        return null;
    }
}
