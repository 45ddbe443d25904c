using MediatR;
using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>Workouts know nothing of speech: they say that a set was moved, and this module knows whether it came in by voice.</summary>
internal sealed class LearnFromMovedSet(AliasLearner learner) : INotificationHandler<SetMoved>
{
    public Task Handle(SetMoved notification, CancellationToken cancellationToken) =>
        learner.Moved(notification.SetId, notification.ExerciseId, cancellationToken);
}
