using TitanTrakr.Domain.Exchange.Reading;
using TitanTrakr.Domain.Exchange.Sheets;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange.Dialects;

/// <summary>Our own dialect. It guesses nothing, so a cell that is not what it must be is a fault.</summary>
internal sealed partial class TitanReader : DialectReader
{
    private readonly Dictionary<string, int> _columns;

    public TitanReader(Sheet sheet, TimeZoneInfo zone)
        : base(sheet, zone) => _columns = TitanColumns.All.ToDictionary(name => name, name => Columns.Find(name));

    protected override IReadOnlyList<int> Decimals => [_columns[TitanColumns.Load], _columns[TitanColumns.Distance], _columns[TitanColumns.Rpe]];

    public override IEnumerable<ForeignRow> Read(SheetRow row)
    {
        if (Id(row, TitanColumns.WorkoutId) is not { } workoutId || At(row, TitanColumns.StartedAt) is not { } start)
        {
            Unreadable(row, "workout_id holds a UUID and started_at a time such as 2025-12-01T10:53:00Z.");
            yield break;
        }

        var set = Id(row, TitanColumns.SetId);
        yield return new ForeignRow
        {
            Source = row,
            WorkoutKey = workoutId.ToString(),
            StartedAt = start,
            EndedAt = At(row, TitanColumns.CompletedAt),
            WorkoutName = Kept(row, TitanColumns.WorkoutName),
            WorkoutNote = Kept(row, TitanColumns.WorkoutNote),
            Role = set is null ? RowRole.Frame : RowRole.Set,
            Exercise = Kept(row, TitanColumns.ExerciseName),
            ExerciseNote = Kept(row, TitanColumns.EntryNote),
            Kind = Named<SetKind>(row, TitanColumns.SetKind) ?? SetKind.Working,
            Weight = Value(row, TitanColumns.Load),
            WeightUnit = Named<WeightUnit>(row, TitanColumns.LoadUnit),
            Reps = Value(row, TitanColumns.Reps),
            Rpe = Value(row, TitanColumns.Rpe),
            Distance = Value(row, TitanColumns.Distance),
            DistanceUnit = Named<DistanceUnit>(row, TitanColumns.DistanceUnit),
            Seconds = Value(row, TitanColumns.Duration),
            SetNote = Kept(row, TitanColumns.SetNote),
            Exact = new ExactRow(
                workoutId, Id(row, TitanColumns.TemplateId), Id(row, TitanColumns.EntryId), ExerciseOf(row), Id(row, TitanColumns.SupersetId),
                TargetOf(row), SuggestionOf(row), Kept(row, TitanColumns.Skipped) == "true", SetCell.Done(Kept(row, TitanColumns.Previous)),
                set, Named<Side>(row, TitanColumns.Side), At(row, TitanColumns.LoggedAt)),
        };
    }

    private Exercise? ExerciseOf(SheetRow row) => Kept(row, TitanColumns.ExerciseId) is not { } id ? null : new Exercise(
        CleanText.Cut(id, 64), Kept(row, TitanColumns.ExerciseName) ?? id, List(row, TitanColumns.Aliases), Kept(row, TitanColumns.Equipment) ?? "other",
        MuscleOf(Kept(row, TitanColumns.PrimaryMuscle)), [.. List(row, TitanColumns.SecondaryMuscles).Where(Muscles.IsKnown).Distinct()], Named<Measure>(row, TitanColumns.Measure) ?? Measure.LoadReps);

    private static string MuscleOf(string? muscle) => muscle is not null && Muscles.IsKnown(muscle) ? muscle : Muscles.Other;

    private string? Kept(SheetRow row, string column) => Cell(row, _columns[column]) is { Length: > 0 } text ? CleanText.Kept(text) : null;

    private decimal? Value(SheetRow row, string column) => Number(row, _columns[column]);

    private string[] List(SheetRow row, string column) => Kept(row, column)?.Split('|') ?? [];

    private Guid? Id(SheetRow row, string column) => Filled(row, column, text => Guid.TryParse(text, out var id) && id != Guid.Empty ? id : (Guid?)null, "a UUID");

    private DateTimeOffset? At(SheetRow row, string column) => Filled(row, column, DateText.Instant, "a time such as 2025-12-01T10:53:00Z");

    private TEnum? Named<TEnum>(SheetRow row, string column)
        where TEnum : struct, Enum =>
        Filled(row, column, text => Enum.GetNames<TEnum>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<TEnum>(text, ignoreCase: true) : (TEnum?)null,
            "one of " + string.Join(", ", Enum.GetNames<TEnum>()));

    private T? Filled<T>(SheetRow row, string column, Func<string, T?> read, string expected)
        where T : struct
    {
        var text = Cell(row, _columns[column]).Trim();
        var value = text.Length == 0 ? null : read(text);
        if (text.Length > 0 && value is null)
        {
            Unreadable(row, $"{column} holds {expected}, not “{CleanText.Cut(text, 40)}”.");
        }

        return value;
    }
}
