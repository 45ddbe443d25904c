namespace TitanTrakr.Api.Hosting.Tokens;

/// <summary>
/// The refresh token's only place: no script reads it, no other site sends it, no subdomain sets it. On plain http browsers take it from
/// localhost alone (Chromium and Firefox; Safari doesn't), which is trusted without a certificate.
/// </summary>
internal static class RefreshCookie
{
    private const string Name = "__Host-titan-refresh";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpResponse response, string token, DateTimeOffset expires) =>
        response.Cookies.Append(Name, token, Options(expires));

    public static void Clear(HttpResponse response) => response.Cookies.Append(Name, "", Options(DateTimeOffset.UnixEpoch));

    private static CookieOptions Options(DateTimeOffset expires) => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        Expires = expires,
    };
}
