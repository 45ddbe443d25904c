using System.Globalization;
using System.Text;

namespace TitanTrakr.Domain.Voice.Spoken;

/// <summary>Numbers as people say them, for an answer that is heard.</summary>
public static class SpokenNumber
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>"one hundred and two point five". From a million on, and beyond three decimals, digits are left to the voice.</summary>
    public static string Words(decimal value)
    {
        var magnitude = decimal.Round(Math.Abs(value), 3);
        var whole = decimal.Truncate(magnitude);
        if (whole >= 1_000_000)
        {
            return value.ToString("0.###", CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder(value < 0 ? "minus " : "").Append(Whole((int)whole));
        var decimals = (magnitude - whole).ToString("0.###", CultureInfo.InvariantCulture);
        return decimals.Length < 3 ? text.ToString()
            : text.Append(" point").AppendJoin("", decimals[2..].Select(digit => " " + Small[digit - '0'])).ToString();
    }

    private static string Whole(int number) => number switch
    {
        < 20 => Small[number],
        < 100 => Tens[number / 10] + (number % 10 == 0 ? "" : " " + Small[number % 10]),
        < 1000 => Small[number / 100] + " hundred" + (number % 100 == 0 ? "" : " and " + Whole(number % 100)),
        _ => Whole(number / 1000) + " thousand" + (number % 1000 == 0 ? "" : (number % 1000 < 100 ? " and " : " ") + Whole(number % 1000)),
    };
}
