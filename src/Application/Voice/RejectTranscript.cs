using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Spoken;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>Answers that a breath was refused and rolled back, and offers the way out as a question that "yes" answers.</summary>
internal sealed record RejectTranscript(Understood Understood, Error Reason) : ICommand<VoiceAnswer>
{
    IReadOnlyCollection<string> ICommand<VoiceAnswer>.Documents => [Workouts.ProjectionKeys.CurrentWorkout, VoiceTalk.Key];
}

internal sealed class RejectTranscriptHandler(Conversation conversation, VoiceReplies replies) : IRequestHandler<RejectTranscript, Result<VoiceAnswer>>
{
    public async Task<Result<VoiceAnswer>> Handle(RejectTranscript command, CancellationToken cancellationToken)
    {
        var detail = command.Reason is ValidationError faults ? faults.Members.First().Value[0] : command.Reason.Detail;
        var reading = VoiceReading.Reject(detail, WayOut(command));
        if (reading.Options.Count > 0)
        {
            await conversation.Ask(command.Understood, reading, cancellationToken);
        }

        return await replies.Of(reading, command.Understood, new Reply(detail, detail), cancellationToken);
    }

    private static VoiceOption[] WayOut(RejectTranscript command) => command.Reason is NoActiveWorkout
        ? [new VoiceOption("Start workout", [new VoiceCommand.StartWorkout(), .. command.Understood.Reading.Commands.Where(Starts)])]
        : [];

    // Only what makes sense in a workout just begun.
    private static bool Starts(VoiceCommand command) => command is VoiceCommand.LogSet or VoiceCommand.AddExercise or VoiceCommand.WriteNote;
}
