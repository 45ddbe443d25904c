using System.Text.Json;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using static TitanTrakr.Application.Common.Json.ByHand.MemberReader;

namespace TitanTrakr.Application.Common.Json.ByHand;

/// <summary>A set as it is sent to be logged.</summary>
public static class LogSetJson
{
    /// <summary>The command in a body of UTF-8; null where it isn't plain, be it right or wrong: the serializer says which.</summary>
    public static LogSet? Read(ReadOnlySpan<byte> body) => MemberReader.Whole(body, Command);

    private static LogSet Command(ref Utf8JsonReader reader)
    {
        var read = new LogSet(null, null, null, null, null, null, null, null, null, null, null, null);
        var seen = 0;
        Begin(ref reader);
        while (Next(ref reader))
        {
            (read, var member) = Is(ref reader, "id"u8) ? (read with { Id = Id(ref reader) }, 0)
                : Is(ref reader, "exerciseId"u8) ? (read with { ExerciseId = Clean(ref reader) }, 1)
                : Is(ref reader, "load"u8) ? (read with { Load = Object(ref reader, SetJson.Load) }, 2)
                : Is(ref reader, "reps"u8) ? (read with { Reps = SetJson.Reps(ref reader) }, 3)
                : Is(ref reader, "rpe"u8) ? (read with { Rpe = SetJson.Rpe(ref reader) }, 4)
                : Is(ref reader, "kind"u8) ? (read with { Kind = (SetKind?)Words.Kinds.Read(ref reader) }, 5)
                : Is(ref reader, "side"u8) ? (read with { Side = (Side?)Words.Sides.Read(ref reader) }, 6)
                : Is(ref reader, "durationSeconds"u8) ? (read with { DurationSeconds = SetJson.Duration(ref reader) }, 7)
                : Is(ref reader, "distance"u8) ? (read with { Distance = Object(ref reader, SetJson.Distance) }, 8)
                : Is(ref reader, "note"u8) ? (read with { Note = Clean(ref reader) }, 9)
                : Is(ref reader, "loggedAt"u8) ? (read with { LoggedAt = Moment(ref reader) }, 10)
                : Is(ref reader, "workoutId"u8) ? (read with { WorkoutId = Id(ref reader) }, 11)
                : throw new JsonException();
            // Nothing twice.
            seen = (seen & (1 << member)) == 0 ? seen | (1 << member) : throw new JsonException();
        }

        return read;
    }

    // What was stored is read more leniently: earlier releases took a time without its offset.
    private static DateTimeOffset? Moment(ref Utf8JsonReader reader) => Time(ref reader) is not { } time ? null
        : UtcConverter.SaysOffset(ref reader) ? time.ToUniversalTime() : throw new JsonException();

    private static string? Clean(ref Utf8JsonReader reader) =>
        Text(ref reader) is not { } text ? null : TextConverter.IsClean(text) ? text : throw new JsonException();
}
