using System.Text;
using System.Text.Json;

namespace TitanTrakr.Application.Common.Json.ByHand;

/// <summary>How the members of an enumeration are written, in their order.</summary>
internal sealed class Words(params string[] words)
{
    public static readonly Words
        Kinds = new("working", "warmup", "drop", "failure"),
        Sides = new("left", "right", "each"),
        Measures = new("loadReps", "bodyweightReps", "assistedReps", "time", "loadDistance", "distanceTime"),
        Records = new("maxLoad", "maxReps", "estimatedOneRepMax", "maxSetVolume", "maxSessionVolume", "longestDuration", "longestDistance"),
        Statuses = new("active", "completed", "discarded", "deleted"),
        Weights = new("kg", "lb"),
        Distances = new("m", "km", "mi", "yd");

    private readonly byte[][] _words = Array.ConvertAll(words, Encoding.UTF8.GetBytes);

    public ReadOnlySpan<byte> this[int member] => _words[member];

    /// <summary>The member that the reader stands on; null where there is null.</summary>
    public int? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var member = 0;
        while (!reader.ValueTextEquals(_words[member]))
        {
            // Written otherwise it may still be one: the serializer knows.
            member = member + 1 < _words.Length ? member + 1 : throw new JsonException();
        }

        return member;
    }
}
