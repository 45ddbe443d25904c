using FluentValidation;

namespace TitanTrakr.Application.Common;

/// <summary>Shape rules that several commands share.</summary>
internal static class Rules
{
    public const int NameLength = 100, NoteLength = 1000;

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A name of 1 to 100 characters, where there is one.</summary>
    public static IRuleBuilderOptions<T, string?> Name<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(name => name is null || (!string.IsNullOrWhiteSpace(name) && name.Length <= NameLength))
            .WithMessage("A name has 1 to 100 characters.");

    /// <summary>A note of at most 1000 characters, where there is one.</summary>
    public static IRuleBuilderOptions<T, string?> Note<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(NoteLength).WithMessage("A note has at most 1000 characters.");

    /// <summary>Device clocks are believed from the year 2000 to a day ahead of ours.</summary>
    public static IRuleBuilderOptions<T, DateTimeOffset?> Moment<T>(this IRuleBuilder<T, DateTimeOffset?> rule, TimeProvider clock) =>
        rule.Must(at => at is null || IsBelievable(at.Value, clock)).WithMessage("A time lies between 2000-01-01 and one day from now.");

    /// <summary>An IANA name of a time zone, where there is one.</summary>
    public static IRuleBuilderOptions<T, string?> TimeZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(zone => zone is null || (zone.Length <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)))
            .WithMessage("A time zone is an IANA name such as Europe/Berlin.");

    /// <summary>How many of a list at a time.</summary>
    public static IRuleBuilderOptions<T, int?> Limit<T>(this IRuleBuilder<T, int?> rule) =>
        rule.Must(limit => limit is null or (>= 1 and <= 100)).WithMessage("A limit is a whole number from 1 to 100.");

    /// <summary>Where a list goes on: only what a page gave.</summary>
    public static IRuleBuilderOptions<T, string?> Cursor<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(cursor => cursor is null || Common.Cursor.Parse(cursor) is not null).WithMessage("Take the cursor from nextCursor as it is.");

    /// <summary>An id of 1 to 64 characters of a kebab-case name or a UUID.</summary>
    public static IRuleBuilderOptions<T, string?> ExerciseId<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(id => id is null || (id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
            .WithMessage("An exercise id has 1 to 64 letters, digits and hyphens.");

    /// <summary>Whether a client's clock may have said so.</summary>
    public static bool IsBelievable(DateTimeOffset at, TimeProvider clock) => at >= Earliest && at <= clock.GetUtcNow().AddDays(1);
}
