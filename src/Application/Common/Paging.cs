using System.Globalization;
using System.Text;

namespace TitanTrakr.Application.Common;

/// <summary>A page of a list; <paramref name="NextCursor"/> is null on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Makes pages.</summary>
internal static class Page
{
    /// <summary>A page of what was found, of which one more than asked for tells that there is a next one.</summary>
    public static Page<T> Of<T>(IReadOnlyList<T> found, int limit, Func<T, string> cursorOf) =>
        found.Count > limit ? new Page<T>([.. found.Take(limit)], cursorOf(found[limit - 1])) : new Page<T>(found, null);

    /// <summary>
    /// A page of a list that is short enough to be read whole, and comes so without a limit. The cursor is the page's first item; where that is
    /// gone the list begins anew.
    /// </summary>
    public static Page<T> Within<T>(IReadOnlyList<T> all, string? cursor, int? limit, Func<T, string> idOf)
        where T : class
    {
        var from = cursor is null ? 0 : Math.Max(0, all.ToList().FindIndex(item => idOf(item) == cursor));
        var items = all.Skip(from).Take(limit ?? all.Count).ToList();
        return new Page<T>(items, all.ElementAtOrDefault(from + items.Count) is { } next ? idOf(next) : null);
    }
}

/// <summary>The keyset position that an opaque cursor stands for.</summary>
internal static class Cursor
{
    public static string Of(DateTimeOffset at, Guid id) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}:{id:N}")));

    public static (DateTimeOffset At, Guid Id)? Parse(string? cursor)
    {
        Span<byte> bytes = stackalloc byte[96];
        if (cursor is not { Length: <= 120 } || !Convert.TryFromBase64String(cursor, bytes, out var length))
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(bytes[..length]).Split(':');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(parts[1], "N", out var id)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }
}
