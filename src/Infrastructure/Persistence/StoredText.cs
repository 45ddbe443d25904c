using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>The last guard: text that a database would refuse, cut or change never reaches one.</summary>
internal static class StoredText
{
    public static bool IsStorable(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
        {
            return false;
        }

        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    public static string Demand(string text) =>
        IsStorable(text) ? text : throw new ArgumentException("Text with NUL or a lone surrogate can't be stored.", nameof(text));

    public static void Guard(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties)
            {
                if (property.CurrentValue is string text)
                {
                    Demand(text);
                }
            }
        }
    }
}
