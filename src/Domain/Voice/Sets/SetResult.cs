namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>Sets ready to log, or why they have to be asked about.</summary>
internal readonly record struct SetResult(IReadOnlyList<VoiceCommand.LogSet>? Sets, string? Question, IReadOnlyList<VoiceOption>? Options = null)
{
    public static SetResult Of(VoiceCommand.LogSet set) => new([set], null);

    public static SetResult Ask(string question, IReadOnlyList<VoiceOption>? options = null) => new(null, question, options);
}
