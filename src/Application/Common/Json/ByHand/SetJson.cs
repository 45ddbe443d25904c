using System.Text.Json;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;
using static TitanTrakr.Application.Common.Json.ByHand.MemberReader;

namespace TitanTrakr.Application.Common.Json.ByHand;

/// <summary>What was lifted in a set, and what is planned for one.</summary>
internal static class SetJson
{
    public static void Write(MemberWriter to, SetValues values)
    {
        to.Object("load"u8, values.Load, Write);
        to.Number("reps"u8, values.Reps?.Value);
        to.Number("rpe"u8, values.Rpe?.Value);
        to.Word("kind"u8, Words.Kinds, (int)values.Kind);
        to.Word("side"u8, Words.Sides, (int?)values.Side);
        to.Number("durationSeconds"u8, values.DurationSeconds?.Seconds);
        to.Object("distance"u8, values.Distance, Write);
        to.Text("note"u8, values.Note);
    }

    public static void Write(MemberWriter to, SetTarget target)
    {
        to.Number("sets"u8, target.Sets);
        to.Object("reps"u8, target.Reps, Write);
        to.Object("load"u8, target.Load, Write);
        to.Number("rpe"u8, target.Rpe?.Value);
        to.Number("restSeconds"u8, target.RestSeconds);
        to.Number("durationSeconds"u8, target.DurationSeconds?.Seconds);
        to.Object("distance"u8, target.Distance, Write);
        to.Text("note"u8, target.Note);
        to.List("perSet"u8, target.PerSet, Write);
    }

    public static void Write(MemberWriter to, LoadSuggestion suggestion)
    {
        to.Object("load"u8, suggestion.Load, Write);
        to.Object("from"u8, suggestion.From, Write);
        to.Text("reason"u8, suggestion.Reason);
    }

    public static void Write(MemberWriter to, Load load)
    {
        to.Number("value"u8, load.Value);
        to.Word("unit"u8, Words.Weights, (int)load.Unit);
    }

    public static void Write(MemberWriter to, Distance distance)
    {
        to.Number("value"u8, distance.Value);
        to.Word("unit"u8, Words.Distances, (int)distance.Unit);
    }

    /// <summary>Which records were set.</summary>
    public static void Write(MemberWriter to, IReadOnlyList<RecordKind> records)
    {
        Span<int> members = stackalloc int[records.Count];
        for (var i = 0; i < records.Count; i++)
        {
            members[i] = (int)records[i];
        }

        to.List("records"u8, Words.Records, members);
    }

    public static SetValues Values(ref Utf8JsonReader reader)
    {
        (Load? load, Reps? reps, Rpe? rpe, SetKind kind, Side? side) = (null, null, null, default, null);
        (SetDuration? duration, Distance? distance, string? note) = (null, null, null);
        Begin(ref reader);
        while (Next(ref reader))
        {
            if (Is(ref reader, "load"u8)) { load = Object(ref reader, Load); }
            else if (Is(ref reader, "reps"u8)) { reps = Reps(ref reader); }
            else if (Is(ref reader, "rpe"u8)) { rpe = Rpe(ref reader); }
            else if (Is(ref reader, "kind"u8)) { kind = (SetKind)Words.Kinds.Read(ref reader)!; }
            else if (Is(ref reader, "side"u8)) { side = (Side?)Words.Sides.Read(ref reader); }
            else if (Is(ref reader, "durationSeconds"u8)) { duration = Duration(ref reader); }
            else if (Is(ref reader, "distance"u8)) { distance = Object(ref reader, Distance); }
            else if (Is(ref reader, "note"u8)) { note = Text(ref reader); }
            else { throw new JsonException(); }
        }

        return new SetValues(load, reps, rpe, kind, side, duration, distance, note);
    }

    public static SetTarget Target(ref Utf8JsonReader reader)
    {
        (int? sets, RepRange? reps, Load? load, Rpe? rpe, int? rest) = (null, null, null, null, null);
        (SetDuration? duration, Distance? distance, string? note, List<PlannedSet>? perSet) = (null, null, null, null);
        Begin(ref reader);
        while (Next(ref reader))
        {
            if (Is(ref reader, "sets"u8)) { sets = Whole(ref reader); }
            else if (Is(ref reader, "reps"u8)) { reps = Object(ref reader, Range); }
            else if (Is(ref reader, "load"u8)) { load = Object(ref reader, Load); }
            else if (Is(ref reader, "rpe"u8)) { rpe = Rpe(ref reader); }
            else if (Is(ref reader, "restSeconds"u8)) { rest = Whole(ref reader); }
            else if (Is(ref reader, "durationSeconds"u8)) { duration = Duration(ref reader); }
            else if (Is(ref reader, "distance"u8)) { distance = Object(ref reader, Distance); }
            else if (Is(ref reader, "note"u8)) { note = Text(ref reader); }
            else if (Is(ref reader, "perSet"u8)) { perSet = List(ref reader, Planned); }
            else { throw new JsonException(); }
        }

        return new SetTarget(sets, reps, load, rpe, rest, duration, distance, note, perSet);
    }

    public static LoadSuggestion Suggestion(ref Utf8JsonReader reader)
    {
        (Load? load, Load? from, string? reason) = (null, null, null);
        Begin(ref reader);
        while (Next(ref reader))
        {
            if (Is(ref reader, "load"u8)) { load = Object(ref reader, Load); }
            else if (Is(ref reader, "from"u8)) { from = Object(ref reader, Load); }
            else if (Is(ref reader, "reason"u8)) { reason = Text(ref reader); }
            else { throw new JsonException(); }
        }

        return new LoadSuggestion(load!, from, reason!);
    }

    public static Load Load(ref Utf8JsonReader reader)
    {
        var (value, unit) = Quantity(ref reader, Words.Weights);
        return Domain.Shared.Load.IsValid(value) ? new Load(value, (WeightUnit)unit) : throw new JsonException();
    }

    public static Distance Distance(ref Utf8JsonReader reader)
    {
        var (value, unit) = Quantity(ref reader, Words.Distances);
        return Domain.Shared.Distance.IsValid(value, (DistanceUnit)unit) ? new Distance(value, (DistanceUnit)unit) : throw new JsonException();
    }

    public static Reps? Reps(ref Utf8JsonReader reader) => WholeOf(ref reader) is not { } number ? null
        : Domain.Shared.Reps.IsValid(number) ? new Reps(number) : throw new JsonException();

    public static Rpe? Rpe(ref Utf8JsonReader reader) => Number(ref reader) is not { } number ? null
        : Domain.Shared.Rpe.IsValid(number) ? new Rpe(number) : throw new JsonException();

    public static SetDuration? Duration(ref Utf8JsonReader reader) => WholeOf(ref reader) is not { } number ? null
        : SetDuration.IsValid(number) ? new SetDuration(number) : throw new JsonException();

    private static void Write(MemberWriter to, RepRange range)
    {
        to.Number("min"u8, range.Min);
        to.Number("max"u8, range.Max);
    }

    private static void Write(MemberWriter to, PlannedSet set)
    {
        to.Word("kind"u8, Words.Kinds, (int?)set.Kind);
        to.Object("reps"u8, set.Reps, Write);
        to.Object("load"u8, set.Load, Write);
        to.Number("rpe"u8, set.Rpe?.Value);
        to.Number("restSeconds"u8, set.RestSeconds);
        to.Number("durationSeconds"u8, set.DurationSeconds?.Seconds);
        to.Object("distance"u8, set.Distance, Write);
    }

    private static PlannedSet Planned(ref Utf8JsonReader reader)
    {
        (SetKind? kind, RepRange? reps, Load? load, Rpe? rpe, int? rest) = (null, null, null, null, null);
        (SetDuration? duration, Distance? distance) = (null, null);
        Begin(ref reader);
        while (Next(ref reader))
        {
            if (Is(ref reader, "kind"u8)) { kind = (SetKind?)Words.Kinds.Read(ref reader); }
            else if (Is(ref reader, "reps"u8)) { reps = Object(ref reader, Range); }
            else if (Is(ref reader, "load"u8)) { load = Object(ref reader, Load); }
            else if (Is(ref reader, "rpe"u8)) { rpe = Rpe(ref reader); }
            else if (Is(ref reader, "restSeconds"u8)) { rest = Whole(ref reader); }
            else if (Is(ref reader, "durationSeconds"u8)) { duration = Duration(ref reader); }
            else if (Is(ref reader, "distance"u8)) { distance = Object(ref reader, Distance); }
            else { throw new JsonException(); }
        }

        return new PlannedSet(kind, reps, load, rpe, rest, duration, distance);
    }

    private static RepRange Range(ref Utf8JsonReader reader)
    {
        var (min, max) = (0, 0);
        Begin(ref reader);
        while (Next(ref reader))
        {
            if (Is(ref reader, "min"u8)) { min = reader.GetInt32(); }
            else if (Is(ref reader, "max"u8)) { max = reader.GetInt32(); }
            else { throw new JsonException(); }
        }

        return new RepRange(min, max);
    }

    // Each of both members once.
    private static (decimal Value, int Unit) Quantity(ref Utf8JsonReader reader, Words units)
    {
        (decimal? value, int? unit) = (null, null);
        Begin(ref reader);
        while (Next(ref reader))
        {
            if (value is null && Is(ref reader, "value"u8)) { value = reader.GetDecimal(); }
            else if (unit is null && Is(ref reader, "unit"u8)) { unit = units.Read(ref reader); }
            else { throw new JsonException(); }
        }

        return value is { } number && unit is { } known ? (number, known) : throw new JsonException();
    }

    // 8.0 is whole, too.
    private static int? WholeOf(ref Utf8JsonReader reader) => Number(ref reader) is not { } number ? null
        : number is >= 0 and <= int.MaxValue && decimal.IsInteger(number) ? (int)number : throw new JsonException();
}
