using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>One guest with a phone: sends requests and reads answers.</summary>
internal sealed class Lifter : IDisposable
{
    private readonly HttpClient _client;

    private Lifter(HttpClient client) => _client = client;

    public static async Task<Lifter> SignUp(Server server)
    {
        var lifter = new Lifter(new HttpClient { BaseAddress = server.Address });
        var guest = await lifter.Send(HttpMethod.Post, "/api/account/guest");
        lifter._client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", guest.Json["accessToken"]!.GetValue<string>());
        return lifter;
    }

    /// <summary>The access token, for requests that are sent otherwise.</summary>
    public string? Token => _client.DefaultRequestHeaders.Authorization?.Parameter;

    /// <summary>Somebody with a token of unknown worth, or without one.</summary>
    public static Lifter WithToken(Server server, string? token)
    {
        var lifter = new Lifter(new HttpClient { BaseAddress = server.Address });
        if (token is not null)
        {
            lifter._client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        return lifter;
    }

    /// <summary>After the host came back somewhere else.</summary>
    public void Follow(Server server, out Lifter moved)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = _client.DefaultRequestHeaders.Authorization;
        moved = new Lifter(client);
    }

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Post(string path, string body = "{}", Guid? key = null) => Send(HttpMethod.Post, path, body, key);

    public Task<Answer> Say(string transcript, Guid? key = null) =>
        Post("/api/voice/process", new JsonObject { ["transcript"] = transcript }.ToJsonString(), key);

    public async Task<Answer> Send(HttpMethod method, string path, string? body = null, Guid? key = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key.ToString());
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await Send(request);
    }

    /// <summary>Sends a body of any kind.</summary>
    public async Task<Answer> Upload(string path, HttpContent content, Guid? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key.ToString());
        }

        return await Send(request);
    }

    private async Task<Answer> Send(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        await Contract.Hold(_client, request, response, text);
        return new Answer((int)response.StatusCode, text, response.Headers.Contains("Idempotency-Replayed"), response.Headers.ETag?.Tag);
    }

    public async Task<JsonArray> Events() => (await Get("/api/events?limit=500")).Json["items"]!.AsArray();

    public void Dispose() => _client.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string Text, bool Replayed, string? ETag)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Slug => Json["type"]!.GetValue<string>().Split('/')[^1];
}
