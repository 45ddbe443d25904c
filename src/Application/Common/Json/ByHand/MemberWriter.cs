using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TitanTrakr.Application.Common.Json.ByHand;

/// <summary>
/// Writes members as the serializer does: as they are sent (null is written, times are UTC with Z), or as they are stored (null is left out).
/// </summary>
/// <param name="demand">Guards what is stored: passes a text on, or throws. Null where it is sent.</param>
internal readonly struct MemberWriter(Utf8JsonWriter writer, Func<string, string>? demand)
{
    private static readonly JsonWriterOptions
        Sent = new() { SkipValidation = true },
        Stored = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int MostKept = 128 * 1024;

    // One a thread, kept between two objects: grown anew for each it would be the most of what a set leaves to be collected.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? kept;

    private bool IsStored => demand is not null;

    /// <summary>The JSON of one object.</summary>
    public static string Text<T>(T value, Action<MemberWriter, T> members, Func<string, string>? demand)
        where T : class => Object(value, members, demand, Encoding.UTF8.GetString);

    /// <summary>The same in UTF-8.</summary>
    public static byte[] Bytes<T>(T value, Action<MemberWriter, T> members, Func<string, string>? demand)
        where T : class => Object(value, members, demand, written => written.ToArray());

    public void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (Has(name, value))
        {
            writer.WriteStringValue(demand is null ? value : demand(value!));
        }
    }

    public void Id(ReadOnlySpan<byte> name, Guid? value)
    {
        if (value is { } id)
        {
            writer.WriteString(name, id);
        }
        else
        {
            Null(name);
        }
    }

    public void Number(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            Null(name);
        }
    }

    public void Number(ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            Null(name);
        }
    }

    public void Flag(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
        else
        {
            Null(name);
        }
    }

    public void Time(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is not { } time)
        {
            Null(name);
        }
        else if (IsStored)
        {
            writer.WriteString(name, time);
        }
        else
        {
            Span<byte> text = stackalloc byte[UtcConverter.Longest];
            writer.WriteString(name, text[..UtcConverter.Format(time, text)]);
        }
    }

    public void Word(ReadOnlySpan<byte> name, Words words, int? member)
    {
        if (member is { } index)
        {
            writer.WriteString(name, words[index]);
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>An object, its members written by <paramref name="members"/>.</summary>
    public void Object<T>(ReadOnlySpan<byte> name, T? value, Action<MemberWriter, T> members)
        where T : class
    {
        if (Has(name, value))
        {
            writer.WriteStartObject();
            members(this, value!);
            writer.WriteEndObject();
        }
    }

    /// <summary>A list of objects.</summary>
    public void List<T>(ReadOnlySpan<byte> name, IReadOnlyList<T>? values, Action<MemberWriter, T> members)
        where T : class
    {
        if (!Has(name, values))
        {
            return;
        }

        writer.WriteStartArray();
        for (var i = 0; i < values!.Count; i++)
        {
            writer.WriteStartObject();
            members(this, values[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>A list of words, each by its place among its enumeration's.</summary>
    public void List(ReadOnlySpan<byte> name, Words words, ReadOnlySpan<int> members)
    {
        writer.WriteStartArray(name);
        foreach (var member in members)
        {
            writer.WriteStringValue(words[member]);
        }

        writer.WriteEndArray();
    }

    private static TMade Object<T, TMade>(
        T value, Action<MemberWriter, T> members, Func<string, string>? demand, Func<ReadOnlySpan<byte>, TMade> make)
        where T : class
    {
        var buffer = kept ?? new ArrayBufferWriter<byte>(4096);
        kept = null;
        using (var writer = new Utf8JsonWriter(buffer, demand is null ? Sent : Stored))
        {
            writer.WriteStartObject();
            members(new MemberWriter(writer, demand), value);
            writer.WriteEndObject();
        }

        var made = make(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
        kept = buffer.Capacity <= MostKept ? buffer : null;
        return made;
    }

    private bool Has(ReadOnlySpan<byte> name, object? value)
    {
        if (value is null)
        {
            Null(name);
            return false;
        }

        writer.WritePropertyName(name);
        return true;
    }

    private void Null(ReadOnlySpan<byte> name)
    {
        if (!IsStored)
        {
            writer.WriteNull(name);
        }
    }
}
