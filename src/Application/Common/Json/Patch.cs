using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TitanTrakr.Application.Common.Json;

/// <summary>A member of a change: left out it stays as it is, null takes it away, a value replaces it.</summary>
/// <param name="Given">Whether the member was there.</param>
/// <param name="Value">What it is to be; nothing without <paramref name="Given"/>.</param>
[JsonConverter(typeof(PatchConverter))]
public readonly record struct Patch<T>(bool Given, T? Value)
{
    /// <summary>The value after the change.</summary>
    public T? Over(T? before) => Given ? Value : before;

    /// <summary>A value is a change to it.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "A command is written with the value itself; a named alternative would never be called.")]
    public static implicit operator Patch<T>(T? value) => new(true, value);
}

/// <summary>Makes members of a change.</summary>
public static class Patch
{
    /// <summary>A change to what was said; what was not stays.</summary>
    public static Patch<T> Said<T>(T value) => value is null ? default : new(true, value);
}

/// <summary>Tells a member that is null from one that is left out.</summary>
public sealed class PatchConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Patch<>);
    }

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;
    }

    private sealed class Of<T> : JsonConverter<Patch<T>>
    {
        public override bool HandleNull => true;

        // The inner converter itself, not the serializer anew: so that a fault names the member it is in.
        public override Patch<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.Null
            ? new(true, default)
            : new(true, ((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options));

        public override void Write(Utf8JsonWriter writer, Patch<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
