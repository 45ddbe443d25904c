namespace TitanTrakr.Api.Hosting.Safety;

/// <summary>Whose pages may call: our own (<c>PublicUrl</c>, <c>PublicUrlAliases</c>) and those of <c>Cors:Origins</c>. Lists are parted by blanks.</summary>
internal sealed class Origins
{
    private readonly HashSet<string> _own;

    public Origins(IConfiguration configuration)
    {
        // A public address that is none is refused where a production host starts.
        _own = [.. Urls(configuration["PublicUrl"]).Where(IsAbsolute).Concat(Urls(configuration["PublicUrlAliases"])).Select(OriginOf)];
        Foreign = [.. Urls(configuration["Cors:Origins"]).Select(OriginOf)];
    }

    /// <summary>Other sites that may call from their pages; none unless configured.</summary>
    public IReadOnlyList<string> Foreign { get; }

    /// <summary>Whether the origin is one of them, or the very host that the request was sent to.</summary>
    public bool Contain(string origin, HttpRequest request) =>
        _own.Contains(origin) || Foreign.Contains(origin) || origin == $"{request.Scheme}://{request.Host}";

    private static string[] Urls(string? urls) => (urls ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsAbsolute(string url) => Uri.TryCreate(url, UriKind.Absolute, out _);

    private static string OriginOf(string url) => new Uri(url).GetLeftPart(UriPartial.Authority);
}
