using System.Diagnostics;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Free;

namespace TitanTrakr.Application.Voice;

/// <summary>Reads a sentence before any transaction: by the grammar, and by the model only what the grammar can't read and may be meant for us.</summary>
internal sealed class Understanding(Situations situations, IVoiceParser parser, ModelBudget budget, CommandScope scope)
{
    private static readonly string Unread = VoiceReading.Nothing().Message;

    /// <summary>What was understood, or that the account is gone.</summary>
    public async Task<Result<Understood>> Of(Utterance said, CancellationToken cancellationToken)
    {
        var loaded = await situations.Load(cancellationToken);
        if (!loaded.IsOk)
        {
            return loaded.Error;
        }

        var started = Stopwatch.GetTimestamp();
        var situation = loaded.Value.Situation;
        var (context, reading) = await Grammar(said, situation, cancellationToken);
        var understood = new Understood(said, situation, context, reading, null, started);
        return loaded.Value.IsReplay || !IsForTheModel(reading) ? understood : await Model(understood, cancellationToken);
    }

    // The past of exercises that are named is fetched only once it is known which: the second reading sees it.
    private async Task<(VoiceContext Context, VoiceReading Reading)> Grammar(Utterance said, Situation situation, CancellationToken cancellationToken)
    {
        var context = await situations.Now(situation, [], cancellationToken);
        return (context, VoiceConversation.Interpret(said.Transcript, said.Alternatives, context));
    }

    // A message of its own says that the grammar knows what this is, and that it is nothing for us.
    private bool IsForTheModel(VoiceReading reading) =>
        parser.IsConfigured && reading.Outcome == VoiceOutcome.NotUnderstood && reading.Message == Unread;

    private async Task<Understood> Model(Understood understood, CancellationToken cancellationToken)
    {
        var (said, context) = (understood.Said, understood.Context);
        var address = Addressed.Of(said.Transcript, context);
        if (address == Address.NotUs || !await budget.Take(scope.AccountId, cancellationToken))
        {
            return understood;
        }

        var names = new ModelNames(context, said.Transcript);
        var proposed = await parser.Parse(names.Speech(said), cancellationToken);
        if (proposed is null)
        {
            return understood with { Reading = understood.Reading with { Options = Guesses.For(said.Transcript, context) } };
        }

        // From a question nothing may be written, whatever a model makes of it.
        return names.Resolve(proposed) is { Count: > 0 } commands && (address == Address.Us || commands.All(command => command.IsQuestion))
            ? understood with { Reading = CommandCheck.Of(commands, context), Proposed = commands }
            : understood;
    }
}

/// <summary>A sentence and what was made of it.</summary>
/// <param name="Proposed">The model's commands; null when the grammar read it.</param>
/// <param name="Started">Timestamp of the stopwatch when reading began.</param>
internal sealed record Understood(
    Utterance Said, Situation Situation, VoiceContext Context, VoiceReading Reading, IReadOnlyList<VoiceCommand>? Proposed, long Started)
{
    /// <summary>The words that name an exercise, where there are some.</summary>
    public string? Name => Reading.HeardName ?? SpokenName.In(Said.Transcript);

    /// <summary>grammar or model.</summary>
    public string By => Proposed is null ? "grammar" : "model";

    /// <summary>Whole milliseconds since reading began.</summary>
    public long ElapsedMs => (long)Stopwatch.GetElapsedTime(Started).TotalMilliseconds;

    /// <summary>The reading in a state that may have moved on: read again, or checked again.</summary>
    public VoiceReading In(VoiceContext now) => Proposed is { } commands
        ? CommandCheck.Of(commands, now)
        : VoiceConversation.Interpret(Said.Transcript, Said.Alternatives, now) is var reading && reading is { Outcome: VoiceOutcome.NotUnderstood, Options: [] }
            ? reading with { Options = Reading.Outcome == VoiceOutcome.NotUnderstood ? Reading.Options : [] }
            : reading;
}
