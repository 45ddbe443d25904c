using TitanTrakr.Domain.Exchange.Reading;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Exchange.Sheets;

/// <summary>One set of a <see cref="SetCell"/>: names and their values. What is not within its rules is as if it were not there.</summary>
internal sealed class SetWords(IReadOnlyDictionary<string, string> words)
{
    public static SetWords Of(string set) => new(set.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Split('=', 2)).Where(word => word.Length == 2)
        .DistinctBy(word => word[0]).ToDictionary(word => word[0], word => word[1], StringComparer.Ordinal));

    public TEnum? Named<TEnum>(string name)
        where TEnum : struct, Enum => words.TryGetValue(name, out var text) ? Name<TEnum>(text) : null;

    public int? Whole(string name, int min, int max) => words.TryGetValue(name, out var text) ? Number(text, min, max) : null;

    public RepRange? Range(string name) =>
        words.TryGetValue(name, out var text) && text.Split('-') is [var from, var to]
        && Number(from, Reps.Min, Reps.Max) is { } min && Number(to, min, Reps.Max) is { } max ? new RepRange(min, max) : null;

    public Load? Load() => Amount<WeightUnit>("load") is { } load && Shared.Load.IsValid(load.Value) ? new Load(load.Value, load.Unit) : null;

    public Distance? Distance() => Amount<DistanceUnit>("distance") is { } distance && Shared.Distance.IsValid(distance.Value, distance.Unit)
        ? new Distance(distance.Value, distance.Unit) : null;

    public Rpe? Rpe() =>
        words.TryGetValue("rpe", out var text) && NumberText.Plain(text) is { } rpe && Shared.Rpe.IsValid(rpe) ? new Rpe(rpe) : null;

    public SetDuration? Time() => Whole("time", 1, 86_400) is { } seconds ? new SetDuration(seconds) : null;

    public string? Note() => words.TryGetValue("note", out var text) ? CleanText.Cut(CleanText.Kept(Uri.UnescapeDataString(text)), CleanText.Note) : null;

    private (decimal Value, TUnit Unit)? Amount<TUnit>(string name)
        where TUnit : struct, Enum
    {
        var text = words.GetValueOrDefault(name, "");
        var unit = text.TrimStart('-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return Name<TUnit>(unit) is { } known && NumberText.Plain(text[..^unit.Length]) is { } value ? (value, known) : null;
    }

    private static int? Number(string text, int min, int max) =>
        NumberText.Plain(text) is { } number && decimal.IsInteger(number) && number >= min && number <= max ? (int)number : null;

    private static TEnum? Name<TEnum>(string text)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<TEnum>(text, ignoreCase: true) : null;
}
