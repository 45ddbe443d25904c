using System.Globalization;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>The ways people say a number, and recognisers write it.</summary>
internal static class SpokenNumbers
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>Every way a load between 0.5 and 500, in steps of a half, is said.</summary>
    public static IEnumerable<string> Of(decimal number)
    {
        var whole = (int)decimal.Truncate(number);
        var half = number != whole;
        yield return number.ToString("0.#", CultureInfo.InvariantCulture);
        yield return Words(whole, "and ") + (half ? " point five" : "");
        if (half)
        {
            yield return number.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',');
            yield return $"{whole} point 5";
            yield return whole == 0 ? "0.5" : $"{whole} and a half";
            yield return whole == 0 ? "zero point five" : $"{Words(whole, "and ")} and a half";
        }

        if (whole is > 100 and < 1000 && whole % 100 != 0)
        {
            yield return Short(whole) + (half ? " point five" : "");
            yield return Words(whole, "") + (half ? " point five" : "");
            yield return whole < 200 ? "a" + Words(whole, "and ")[3..] + (half ? " and a half" : "") : Short(whole) + (half ? " and a half" : "");
        }
    }

    /// <summary>A whole number below a thousand in words.</summary>
    public static string Words(int number, string and) => number switch
    {
        < 20 => Small[number],
        < 100 => Tens[number / 10] + (number % 10 > 0 ? " " + Small[number % 10] : ""),
        _ => Small[number / 100] + " hundred" + (number % 100 > 0 ? " " + and + Words(number % 100, "") : ""),
    };

    // "one oh five", "two twenty five".
    private static string Short(int number) => Small[number / 100] + (number % 100 < 10 ? " oh " : " ") + Words(number % 100, "");
}
