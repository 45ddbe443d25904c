using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Numbers;

/// <summary>The words units are said with, recogniser slips included; they only count behind a number.</summary>
internal static class Units
{
    public static WeightUnit? Weight(string word) => word switch
    {
        "kg" or "kgs" or "kilo" or "kilos" or "kilogram" or "kilograms" or "kilogramme" or "kilogrammes" or "kilo's" or "cages" or "keys" or "killers" or "kay" => WeightUnit.Kg,
        "lb" or "lbs" or "pound" or "pounds" or "pounders" or "libs" => WeightUnit.Lb,
        _ => null,
    };

    /// <summary>The unit of a system of measures: "switch to metric".</summary>
    public static WeightUnit? System(string word) => word switch { "metric" => WeightUnit.Kg, "imperial" => WeightUnit.Lb, _ => null };

    public static bool IsReps(string word) =>
        word is "rep" or "reps" or "wraps" or "wrap" or "rips" or "raps" or "rap" or "laps" or "reaps" or "ribs" or "wreps" or "repetitions" or "repetition" or "times";

    public static int? Seconds(string word) => word switch
    {
        "s" or "sec" or "secs" or "second" or "seconds" => 1,
        "m" or "min" or "mins" or "minute" or "minutes" => 60,
        "hour" or "hours" => 3600,
        _ => null,
    };

    public static DistanceUnit? Length(string word) => word switch
    {
        "m" or "metre" or "metres" or "meter" or "meters" => DistanceUnit.M,
        "k" or "km" or "kms" or "kilometre" or "kilometres" or "kilometer" or "kilometers" => DistanceUnit.Km,
        "mile" or "miles" or "mi" => DistanceUnit.Mi,
        "yard" or "yards" or "yd" or "yds" => DistanceUnit.Yd,
        _ => null,
    };
}
