namespace TitanTrakr.Domain.Voice.Numbers;

/// <summary>The words numbers are said with.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private static readonly Dictionary<string, int> Values = Build();
    private static readonly Dictionary<string, int> Plurals = Small.Select((word, value) => (word, value)).Concat(Tens.Select((word, at) => (word, value: (at + 2) * 10)))
        .Where(one => one.value > 1).ToDictionary(one => one.word[^1] switch { 'y' => one.word[..^1] + "ies", 'x' => one.word + "es", _ => one.word + "s" }, one => one.value, StringComparer.Ordinal);

    /// <summary>0 to 99 in one word; recogniser slips that are no other word of the gym included.</summary>
    public static int? Value(string word) => Values.TryGetValue(word, out var value) ? value : null;

    /// <summary>"tens", "thirties", "fives" as 10, 30, 5: what a pair of dumbbells or plates is called.</summary>
    public static int? Plural(string word) => Plurals.TryGetValue(word, out var value) ? value : null;

    /// <summary>"first", "2nd" … as 1, 2 …</summary>
    public static int? Ordinal(string word)
    {
        var at = Array.IndexOf(Ordinals, word);
        return at < 0 ? null : at + 1;
    }

    /// <summary>1, 2 … as "first", "second" …</summary>
    public static string? OrdinalWord(decimal number) => number == decimal.Truncate(number) && number >= 1 && number <= Ordinals.Length ? Ordinals[(int)number - 1] : null;

    /// <summary>Whether it is another word that only sounds like a number.</summary>
    public static bool IsSlip(string word) => word is "won" or "ate" or "tree";

    private static Dictionary<string, int> Build()
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal) { ["won"] = 1, ["ate"] = 8, ["tree"] = 3, ["fourty"] = 40, ["nil"] = 0, ["niner"] = 9 };
        for (var i = 0; i < Small.Length; i++)
        {
            values[Small[i]] = i;
        }

        for (var i = 0; i < Tens.Length; i++)
        {
            values[Tens[i]] = (i + 2) * 10;
        }

        return values;
    }
}
