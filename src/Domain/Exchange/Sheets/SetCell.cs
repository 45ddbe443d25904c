using System.Globalization;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Exchange.Sheets;

/// <summary>
/// Several sets in one cell: <c>kind=warmup load=60kg reps=8; load=100kg reps=5-8 rest=120</c>. A note is percent-encoded, so that blanks and
/// semicolons only ever separate.
/// </summary>
internal static class SetCell
{
    /// <summary>A list that is known to be empty; an empty cell says nothing.</summary>
    private const string None = "none";

    public static string Of(IReadOnlyList<PlannedSet>? sets) => sets is null ? "" : Joined(sets.Select(set => Words(
        ("kind", CellText.Of(set.Kind)), ("load", Text(set.Load)), ("reps", Text(set.Reps)), ("rpe", CellText.Of(set.Rpe?.Value)),
        ("rest", CellText.Of(set.RestSeconds)), ("time", CellText.Of(set.DurationSeconds?.Seconds)), ("distance", Text(set.Distance)))));

    public static string Of(IReadOnlyList<SetValues> sets) => Joined(sets.Select(set => Words(
        ("kind", CellText.Of<SetKind>(set.Kind)), ("load", Text(set.Load)), ("reps", CellText.Of(set.Reps?.Value)),
        ("rpe", CellText.Of(set.Rpe?.Value)), ("side", CellText.Of(set.Side)), ("time", CellText.Of(set.DurationSeconds?.Seconds)),
        ("distance", Text(set.Distance)), ("note", set.Note is null ? "" : Uri.EscapeDataString(set.Note)))));

    /// <summary>The planned sets, or null where the cell says nothing that could be one.</summary>
    public static IReadOnlyList<PlannedSet>? Planned(string? cell) => Read(cell, SetTarget.MostSets, set => new PlannedSet(
        set.Named<SetKind>("kind"), set.Range("reps"), set.Load(), set.Rpe(), set.Whole("rest", 0, SetTarget.LongestRest), set.Time(), set.Distance()));

    /// <summary>The sets that were done, or null where the cell says nothing that could be one.</summary>
    public static IReadOnlyList<SetValues>? Done(string? cell) => Read(cell, WorkoutDecider.MostSets, set => new SetValues(
        set.Load(), set.Whole("reps", Reps.Min, Reps.Max) is { } reps ? new Reps(reps) : null, set.Rpe(), set.Named<SetKind>("kind") ?? SetKind.Working,
        set.Named<Side>("side"), set.Time(), set.Distance(), set.Note()));

    private static string Joined(IEnumerable<string> sets) => string.Join("; ", sets) is { Length: > 0 } joined ? joined : None;

    private static string Words(params (string Name, string Value)[] words) =>
        string.Join(' ', words.Where(word => word.Value.Length > 0).Select(word => $"{word.Name}={word.Value}")) is { Length: > 0 } set ? set : "open";

    private static string Text(Load? load) => load is null ? "" : CellText.Of(load.Value) + CellText.Of<WeightUnit>(load.Unit);

    private static string Text(Distance? distance) => distance is null ? "" : CellText.Of(distance.Value) + CellText.Of<DistanceUnit>(distance.Unit);

    private static string Text(RepRange? range) => range is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{range.Min}-{range.Max}");

    private static IReadOnlyList<T>? Read<T>(string? cell, int most, Func<SetWords, T> read) => cell switch
    {
        null => null,
        None => [],
        _ => [.. cell.Split(';').Take(most).Select(set => read(SetWords.Of(set)))],
    };
}
