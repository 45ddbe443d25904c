namespace TitanTrakr.Infrastructure.Voice;

/// <summary>The section <c>Voice:Model</c>. Without a provider there is no model, and the grammar works alone.</summary>
internal sealed class ModelOptions
{
    /// <summary>Anthropic, or OpenAI, which is also whatever speaks its protocol at <see cref="BaseUrl"/>; empty is none.</summary>
    public string? Provider { get; set; }

    /// <summary>The model's name; without one <c>claude-haiku-4-5</c> or <c>gpt-5-nano</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The provider's key. A local server may want none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Another address than the provider's own.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Milliseconds for one try.</summary>
    public int TryMilliseconds { get; set; } = 4000;

    /// <summary>Milliseconds for all of it, waiting included; more than 5,000 are 5,000.</summary>
    public int TotalMilliseconds { get; set; } = 4800;

    /// <summary>How many sentences of this process may be with the model at once; others are answered without it.</summary>
    public int AtOnce { get; set; } = 16;

    /// <summary>Failures within half a minute, of at least this many calls, that open the circuit when they are more than half.</summary>
    public int BreakAfter { get; set; } = 5;

    /// <summary>Milliseconds that the circuit stays open.</summary>
    public int BreakMilliseconds { get; set; } = 15_000;

    /// <summary>Calls an account may cause in a day.</summary>
    public int CallsPerDay { get; set; } = 200;
}
