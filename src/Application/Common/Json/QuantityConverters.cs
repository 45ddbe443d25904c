using System.Text.Json;
using System.Text.Json.Serialization;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common.Json;

/// <summary>A number with its unit: <c>{"value":100,"unit":"kg"}</c>, those two members and no others.</summary>
public abstract class QuantityConverter<T, TUnit>(string rule) : JsonConverter<T>
    where T : class
    where TUnit : struct, Enum
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        decimal? value = null;
        TUnit? unit = null;
        Demand(reader.TokenType == JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            Demand(isValue ? value is null : unit is null && reader.ValueTextEquals("unit"u8));
            reader.Read();
            value = isValue ? Number(ref reader) : value;
            unit = isValue ? unit : Unit(ref reader);
        }

        return value is { } number && unit is { } known && IsValid(number, known)
            ? Make(number, known)
            : throw new InvalidMemberException(rule);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        var (number, unit) = Parts(value);
        writer.WriteStartObject();
        writer.WriteNumber("value"u8, number);
        writer.WriteString("unit"u8, JsonNamingPolicy.CamelCase.ConvertName(unit.ToString()));
        writer.WriteEndObject();
    }

    /// <summary>Whether the rule holds.</summary>
    protected abstract bool IsValid(decimal value, TUnit unit);

    /// <summary>Makes the quantity of what is known to be valid.</summary>
    protected abstract T Make(decimal value, TUnit unit);

    /// <summary>Takes it apart.</summary>
    protected abstract (decimal Value, TUnit Unit) Parts(T quantity);

    private decimal Number(ref Utf8JsonReader reader)
    {
        Demand(reader.TokenType == JsonTokenType.Number);
        return reader.TryGetDecimal(out var number) ? number : throw new InvalidMemberException(rule);
    }

    private TUnit Unit(ref Utf8JsonReader reader)
    {
        Demand(reader.TokenType == JsonTokenType.String);
        foreach (var unit in Enum.GetValues<TUnit>())
        {
            if (reader.ValueTextEquals(JsonNamingPolicy.CamelCase.ConvertName(unit.ToString())))
            {
                return unit;
            }
        }

        throw new InvalidMemberException(rule);
    }

    private void Demand(bool condition)
    {
        if (!condition)
        {
            throw new InvalidMemberException(rule);
        }
    }
}

/// <summary>A load with its unit.</summary>
public sealed class LoadConverter() : QuantityConverter<Load, WeightUnit>(Load.Rule)
{
    /// <inheritdoc />
    protected override bool IsValid(decimal value, WeightUnit unit) => Load.IsValid(value);

    /// <inheritdoc />
    protected override Load Make(decimal value, WeightUnit unit) => new(value, unit);

    /// <inheritdoc />
    protected override (decimal Value, WeightUnit Unit) Parts(Load quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return (quantity.Value, quantity.Unit);
    }
}

/// <summary>A distance with its unit.</summary>
public sealed class DistanceConverter() : QuantityConverter<Distance, DistanceUnit>(Distance.Rule)
{
    /// <inheritdoc />
    protected override bool IsValid(decimal value, DistanceUnit unit) => Distance.IsValid(value, unit);

    /// <inheritdoc />
    protected override Distance Make(decimal value, DistanceUnit unit) => new(value, unit);

    /// <inheritdoc />
    protected override (decimal Value, DistanceUnit Unit) Parts(Distance quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return (quantity.Value, quantity.Unit);
    }
}
