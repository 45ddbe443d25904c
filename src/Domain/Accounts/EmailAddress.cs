namespace TitanTrakr.Domain.Accounts;

/// <summary>What can be an e-mail address: one @ with something on both sides, no blanks, at most 254 characters (RFC 5321). Whether it is one, only a mail tells.</summary>
public static class EmailAddress
{
    /// <summary>Its most characters.</summary>
    public const int MaxLength = 254;

    /// <summary>Whether it has the shape of one.</summary>
    public static bool IsOne(string? text)
    {
        if (text is null || text.Length > MaxLength || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"'))
        {
            return false;
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= 64 && at == text.LastIndexOf('@') && IsDomain(text[(at + 1)..]);
    }

    /// <summary>By which two spellings are the same address.</summary>
    public static string Normalize(string email) => email.ToUpperInvariant();

    private static bool IsDomain(string domain) =>
        domain.Length > 0 && domain.Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-');
}
