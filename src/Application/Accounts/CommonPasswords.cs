using System.Collections.Frozen;

namespace TitanTrakr.Application.Accounts;

/// <summary>Passwords that are tried first, from a list inside this assembly: nothing is asked of the network.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    /// <summary>How many there are.</summary>
    public static int Count => All.Value.Count;

    /// <summary>Whether it is one of them, in any case and with the usual digits and signs for letters.</summary>
    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        return All.Value.Contains(lower) || All.Value.Contains(Plain(lower)) || password.Distinct().Count() < 3;
    }

    // p@ssw0rd123 is password123: signs stand for letters up to where only signs are left.
    private static string Plain(string password)
    {
        var end = password.AsSpan().LastIndexOfAnyInRange('a', 'z') + 1;
        return string.Concat(password[..end].Select(Letter)) + password[end..];
    }

    private static char Letter(char sign) => sign switch
    {
        '@' or '4' => 'a',
        '0' => 'o',
        '3' => 'e',
        '$' or '5' => 's',
        '1' or '!' => 'i',
        '7' => 't',
        _ => sign,
    };

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
