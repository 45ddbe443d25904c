using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Microsoft.Extensions.AI;
using OpenAI;

namespace TitanTrakr.Infrastructure.Voice;

/// <summary>The chat client of the provider that is configured. Retries and timeouts of its own are off: ours are around it.</summary>
internal static class ChatClients
{
    private const string Anthropic = "Anthropic", OpenAI = "OpenAI";

    /// <summary>The client, or null when no provider is named.</summary>
    /// <exception cref="InvalidOperationException">The provider named is none of ours.</exception>
    public static IChatClient? Of(ModelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Provider))
        {
            return null;
        }

        var http = new HttpClient(new AnswerLimit()) { Timeout = Timeout.InfiniteTimeSpan };
        return options.Provider.Equals(Anthropic, StringComparison.OrdinalIgnoreCase) ? OfAnthropic(options, http)
            : options.Provider.Equals(OpenAI, StringComparison.OrdinalIgnoreCase) ? OfOpenAI(options, http)
            : throw new InvalidOperationException($"Voice:Model:Provider is {Anthropic} or {OpenAI}, not {options.Provider}.");
    }

    private static IChatClient OfAnthropic(ModelOptions options, HttpClient http)
    {
        var client = new AnthropicClient
        {
            HttpClient = http,
            ApiKey = options.ApiKey,
            MaxRetries = 0,
            Timeout = TimeSpan.FromMinutes(1),
            BaseUrl = options.BaseUrl?.ToString().TrimEnd('/') ?? "https://api.anthropic.com",
        };
        return client.AsIChatClient(options.Name ?? "claude-haiku-4-5");
    }

    private static IChatClient OfOpenAI(ModelOptions options, HttpClient http)
    {
        var settings = new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = TimeSpan.FromMinutes(1),
        };
        if (options.BaseUrl is { } address)
        {
            settings.Endpoint = address;
        }

        var key = new ApiKeyCredential(string.IsNullOrEmpty(options.ApiKey) ? "none" : options.ApiKey);
        return new OpenAIClient(key, settings).GetChatClient(options.Name ?? "gpt-5-nano").AsIChatClient();
    }
}
