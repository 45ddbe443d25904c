namespace TitanTrakr.Domain.Shared;

/// <summary>How long one set took, in whole seconds: 1 s to 24 h.</summary>
public readonly record struct SetDuration
{
    /// <summary>What the limits are, in words for a problem's detail.</summary>
    public const string Rule = "A duration is a whole number of seconds from 1 to 86400.";

    private readonly int _seconds;

    /// <summary>Makes a duration.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value breaks <see cref="Rule"/>.</exception>
    public SetDuration(int seconds) =>
        _seconds = IsValid(seconds) ? seconds : throw new ArgumentOutOfRangeException(nameof(seconds), Rule);

    /// <summary>The duration in seconds.</summary>
    public int Seconds => _seconds == 0 ? 1 : _seconds;

    /// <summary>Whether a value lies within <see cref="Rule"/>.</summary>
    public static bool IsValid(int seconds) => seconds is >= 1 and <= 86_400;
}
