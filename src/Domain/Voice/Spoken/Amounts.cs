using System.Globalization;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Spoken;

/// <summary>Loads, times and distances, once to read and once to hear.</summary>
public static class Amounts
{
    /// <summary>"82.5 kg".</summary>
    public static string Read(Load load)
    {
        ArgumentNullException.ThrowIfNull(load);
        return Number(load.Value) + (load.Unit == WeightUnit.Kg ? " kg" : " lb");
    }

    /// <summary>"eighty two point five kilos"; a negative load is assistance.</summary>
    public static string Hear(Load load)
    {
        ArgumentNullException.ThrowIfNull(load);
        var one = Math.Abs(load.Value) == 1;
        var unit = load.Unit == WeightUnit.Kg ? (one ? "kilo" : "kilos") : one ? "pound" : "pounds";
        return $"{SpokenNumber.Words(Math.Abs(load.Value))} {unit}{(load.Value < 0 ? " assistance" : "")}";
    }

    /// <summary>"80 kg × 8", "12 reps", "5 km 26:00".</summary>
    public static string Read(Load? load, int? reps, int? seconds, Distance? distance) => Join(
        load is null ? null : Read(load),
        reps is not { } count ? null : load is null ? $"{count} {(count == 1 ? "rep" : "reps")}" : $"× {count}",
        distance is null ? null : $"{Number(distance.Value)} {distance.Unit.ToString().ToLowerInvariant()}",
        seconds is { } s ? $"{s / 60}:{s % 60:00}" : null);

    /// <summary>"eighty kilos for eight", "twelve reps", "five kilometres in twenty six minutes".</summary>
    public static string Hear(Load? load, int? reps, int? seconds, Distance? distance) => Join(
        load is null ? null : Hear(load),
        reps is not { } count ? null : load is null ? $"{SpokenNumber.Words(count)} {(count == 1 ? "rep" : "reps")}" : $"for {SpokenNumber.Words(count)}",
        distance is null ? null : $"{(load is null ? "" : "for ")}{SpokenNumber.Words(distance.Value)} {Unit(distance.Unit)}",
        seconds is { } s ? $"{(load is null && distance is null ? "" : distance is null ? "for " : "in ")}{Time(s)}" : null);

    /// <summary>"ninety seconds", "two minutes", "one minute thirty".</summary>
    public static string Time(int seconds) => seconds switch
    {
        < 0 => "minus " + Time(-seconds),
        1 => "one second",
        < 60 or 90 => SpokenNumber.Words(seconds) + " seconds",
        _ => SpokenNumber.Words(seconds / 60) + (seconds / 60 == 1 ? " minute" : " minutes")
            + (seconds % 60 == 0 ? "" : " " + SpokenNumber.Words(seconds % 60)),
    };

    /// <summary>A bare number without needless zeros.</summary>
    public static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Unit(DistanceUnit unit) => unit switch
    {
        DistanceUnit.M => "metres",
        DistanceUnit.Km => "kilometres",
        DistanceUnit.Mi => "miles",
        DistanceUnit.Yd => "yards",
    };

    private static string Join(params IEnumerable<string?> parts) => string.Join(' ', parts.Where(part => part is not null));
}
