using System.Net.Http.Headers;
using System.Text;

namespace TitanTrakr.Api.Tests;

/// <summary>Somebody at the door, with the access token and the cookie of the last sign-in. Cookies are kept by hand, to be looked at and bent.</summary>
internal sealed class Visitor(HttpClient client) : IDisposable
{
    public Visitor(Uri address)
        : this(new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = address })
    {
    }

    public string? Token { get; set; }

    /// <summary>The refresh token.</summary>
    public string? Cookie { get; set; }

    /// <summary>The whole Set-Cookie header as it last came.</summary>
    public string SetCookie { get; private set; } = "";

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Post(string path, string body = "{}", Guid? key = null) => Send(HttpMethod.Post, path, body, key);

    public Task<Answer> Register(string email, string password = Passwords.Good, Guid? key = null) =>
        Post("/api/account/register", Credentials(email, password), key);

    public Task<Answer> Login(string email, string password = Passwords.Good) => Post("/api/account/login", Credentials(email, password));

    public Task<Answer> Refresh() => Post("/api/account/refresh");

    public async Task<Answer> Send(HttpMethod method, string path, string? body = null, Guid? key = null, string? guestToken = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        if (Cookie is not null)
        {
            request.Headers.Add("Cookie", $"__Host-titan-refresh={Cookie}");
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key.ToString());
        }

        if (guestToken is not null)
        {
            request.Headers.TryAddWithoutValidation("Guest-Token", guestToken);
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        await Contract.Hold(client, request, response, text);
        var answer = new Answer((int)response.StatusCode, text, response.Headers.Contains("Idempotency-Replayed"), response.Headers.ETag?.Tag);
        Remember(response, answer);
        return answer;
    }

    /// <summary>Another visitor with the same token and cookie.</summary>
    public Visitor Twin() => new(client) { Token = Token, Cookie = Cookie };

    public void Dispose() => client.Dispose();

    private void Remember(HttpResponseMessage response, Answer answer)
    {
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            SetCookie = cookies.Single();
            Cookie = SetCookie.Split(';')[0].Split('=', 2)[1];
        }

        if (response.IsSuccessStatusCode && answer.Text.StartsWith('{') && answer.Json["accessToken"] is { } token)
        {
            Token = token.GetValue<string>();
        }
    }

    private static string Credentials(string email, string password) => $$"""{"email":"{{email}}","password":"{{password}}"}""";
}

internal static class Passwords
{
    public const string Good = "three red kettlebells", Other = "four blue kettlebells";
}
