using System.Diagnostics.CodeAnalysis;

namespace TitanTrakr.Domain.Shared;

/// <summary>An outcome whose value's type doesn't matter: only whether it was refused.</summary>
public interface IOutcome
{
    /// <summary>Why not, or null.</summary>
    Error? Error { get; }
}

/// <summary>Either a value or an expected refusal.</summary>
public sealed class Result<T> : IOutcome
{
    private Result(T? value, Error? error) => (Value, Error) = (value, error);

    /// <summary>The value, when there is no <see cref="Error"/>.</summary>
    public T? Value { get; }

    /// <summary>Why not.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsOk => Error is null;

    /// <summary>A success whose type is an interface, which the conversion can't see.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The type argument is always written out by an alias.")]
    public static Result<T> Of(T value) => new(value, null);

    /// <summary>A value is a success.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "A handler returns either; a named alternative would never be called.")]
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>An error is a refusal.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "A handler returns either; a named alternative would never be called.")]
    public static implicit operator Result<T>(Error error) => new(default, error);
}
