using System.Text.Json;
using System.Text.Json.Serialization;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common.Json;

/// <summary>A value object as a bare number.</summary>
public abstract class NumberConverter<T>(string rule) : JsonConverter<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.Number ? throw new JsonException("A number is wanted here.")
        : reader.TryGetDecimal(out var number) && TryMake(number, out var value) ? value
        : throw new InvalidMemberException(rule);

    /// <summary>Makes the value when the number obeys the rule.</summary>
    protected abstract bool TryMake(decimal number, out T value);
}

/// <summary>Reps as a whole number.</summary>
public sealed class RepsConverter() : NumberConverter<Reps>(Reps.Rule)
{
    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Reps value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Value);
    }

    /// <inheritdoc />
    protected override bool TryMake(decimal number, out Reps value)
    {
        var valid = number is >= Reps.Min and <= Reps.Max && decimal.IsInteger(number);
        value = valid ? new Reps((int)number) : default;
        return valid;
    }
}

/// <summary>A duration as whole seconds.</summary>
public sealed class SetDurationConverter() : NumberConverter<SetDuration>(SetDuration.Rule)
{
    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, SetDuration value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Seconds);
    }

    /// <inheritdoc />
    protected override bool TryMake(decimal number, out SetDuration value)
    {
        var valid = number is >= 1 and <= int.MaxValue && decimal.IsInteger(number) && SetDuration.IsValid((int)number);
        value = valid ? new SetDuration((int)number) : default;
        return valid;
    }
}

/// <summary>A rating as a number.</summary>
public sealed class RpeConverter() : NumberConverter<Rpe>(Rpe.Rule)
{
    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Rpe value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Value);
    }

    /// <inheritdoc />
    protected override bool TryMake(decimal number, out Rpe value)
    {
        var valid = number is >= 1 and <= 10 && Rpe.IsValid(number);
        value = valid ? new Rpe(number) : default;
        return valid;
    }
}
