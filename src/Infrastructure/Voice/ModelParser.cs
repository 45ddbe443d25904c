using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Infrastructure.Voice;

/// <summary>Asks a language model. Every way in which that can fail ends in null, in time.</summary>
internal sealed partial class ModelParser(IChatClient client, ModelPipeline pipeline, ILogger<ModelParser> logger) : IVoiceParser
{
    private const int MostTokens = 600;

    private static readonly Counter<long> Tokens = Telemetry.Meter.CreateCounter<long>("model.tokens", description: "Tokens in, out and read from the provider's cache.");
    private static readonly Counter<long> Calls = Telemetry.Meter.CreateCounter<long>("model.calls", description: "Calls by how they ended.");

    private static readonly ChatOptions Options = new()
    {
        MaxOutputTokens = MostTokens,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(CommandSchema.Element, "commands"),
    };

    public bool IsConfigured => true;

    public async Task<IReadOnlyList<VoiceCommand>?> Parse(FreeSpeech speech, CancellationToken cancellationToken)
    {
        try
        {
            var messages = ModelPrompt.Messages(speech);
            var response = await pipeline.Resilience.ExecuteAsync(
                async stop => await client.GetResponseAsync(messages, Options.Clone(), stop).WaitAsync(stop), cancellationToken);
            Count(response.Usage);
            var commands = CommandReader.Read(response.Text);
            Ended(commands is null ? "garbage" : "ok");
            return commands;
        }
        // Whatever a provider's client throws: the lifter gets an answer without it.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Ended(e.GetType().Name);
            return null;
        }
    }

    private void Ended(string how)
    {
        Calls.Add(1, new KeyValuePair<string, object?>("outcome", how));
        if (how != "ok")
        {
            Failed(how);
        }
    }

    private static void Count(UsageDetails? usage)
    {
        Add("in", usage?.InputTokenCount);
        Add("out", usage?.OutputTokenCount);
        Add("cached", usage?.CachedInputTokenCount);
    }

    private static void Add(string kind, long? count)
    {
        if (count > 0)
        {
            Tokens.Add(count.Value, new KeyValuePair<string, object?>("kind", kind));
        }
    }

    // The kind only: a provider's message may quote what was said.
    [LoggerMessage(Level = LogLevel.Warning, Message = "The model gave no answer: {Kind}")]
    private partial void Failed(string kind);
}

/// <summary>No provider is configured.</summary>
internal sealed class NoModel : IVoiceParser
{
    public bool IsConfigured => false;

    public Task<IReadOnlyList<VoiceCommand>?> Parse(FreeSpeech speech, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<VoiceCommand>?>([]);
}
