using System.Globalization;
using System.Text.Json;
using TitanTrakr.Application.Common.Json;

namespace TitanTrakr.Application.Workouts;

/// <summary>A workout as it is sent: a <see cref="WorkoutView"/> that was written before.</summary>
/// <param name="Version">The ETag.</param>
/// <param name="Json">In UTF-8.</param>
public sealed record ServedWorkout(int Version, ReadOnlyMemory<byte> Json)
{
    /// <summary>Where nothing is written yet.</summary>
    public static ServedWorkout Of(WorkoutView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new ServedWorkout(view.Version, ServedJson.Bytes(view));
    }

    /// <summary>A workout that was written alone.</summary>
    public static ServedWorkout Of(ReadOnlyMemory<byte> json) => new(HeadOf(json.Span).Version, json);

    /// <summary>
    /// The running workout out of the answer of a command that shows it (<see cref="IShowsWorkout"/>). All of it is as it was then, but that
    /// it has lasted until now. Texts have their quotes escaped, so that a member's name is found nowhere else.
    /// </summary>
    /// <param name="answer">The caller lets it go: the time is written into it where it has the room.</param>
    public static ServedWorkout RunningIn(byte[] answer, DateTimeOffset now)
    {
        // The workout itself, or a member beside others. What is next is its last member.
        var before = answer.AsSpan().IndexOf("\"workout\":{\"id\":"u8);
        var from = before < 0 ? 0 : before + "\"workout\":"u8.Length;
        var next = answer.AsSpan(from).LastIndexOf("\"nextEntryId\":"u8);
        var json = answer.AsMemory(from, next + answer.AsSpan(from + next).IndexOf((byte)'}') + 1);
        var workout = json.Span;
        var duration = workout[..next].LastIndexOf("\"durationSeconds\":"u8) + "\"durationSeconds\":"u8.Length;
        var rest = duration + workout[duration..].IndexOf((byte)'}');

        var (version, startedAt) = HeadOf(workout);
        Span<byte> seconds = stackalloc byte[11];
        WorkoutTotals.Lasted(startedAt, now).TryFormat(seconds, out var length, default, CultureInfo.InvariantCulture);
        if (duration + length != rest)
        {
            return new ServedWorkout(version, (byte[])[.. workout[..duration], .. seconds[..length], .. workout[rest..]]);
        }

        seconds[..length].CopyTo(workout[duration..]);
        return new ServedWorkout(version, json);
    }

    // All that comes before its exercises is scalar.
    private static (int Version, DateTimeOffset StartedAt) HeadOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        DateTimeOffset startedAt = default;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isStart, isVersion) = (reader.ValueTextEquals("startedAt"u8), reader.ValueTextEquals("version"u8));
            reader.Read();
            startedAt = isStart ? reader.GetDateTimeOffset() : startedAt;
            if (isVersion)
            {
                return (reader.GetInt32(), startedAt);
            }
        }

        throw new JsonException("A workout has a version before all that has members of its own.");
    }
}

/// <summary>An answer that shows a workout as its command left it.</summary>
public interface IShowsWorkout
{
    /// <summary>That workout, if there is one.</summary>
    WorkoutView? Shown { get; }
}
