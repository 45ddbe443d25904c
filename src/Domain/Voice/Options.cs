namespace TitanTrakr.Domain.Voice;

/// <summary>The answers a question offers.</summary>
internal static class Options
{
    private const int Most = 4;

    public static readonly VoiceOption Nothing = new("Don't log it", [new VoiceCommand.Cancel()]);

    /// <summary>At most four; a single one is offered with the way out beside it.</summary>
    public static IReadOnlyList<VoiceOption> AtLeastTwo(IReadOnlyList<VoiceOption> options) => options.Count switch
    {
        0 => [],
        1 => [options[0], Nothing],
        > Most => [.. options.Take(Most)],
        _ => options,
    };

    /// <summary>One answer that does what these commands say.</summary>
    public static VoiceOption Of(VoiceContext context, params IReadOnlyList<VoiceCommand> commands) => new(VoiceLabels.Label(commands, context.Exercises), commands);
}
