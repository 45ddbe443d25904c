using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Exchange;

/// <summary>A completed workout from elsewhere, ready to be taken into an account: exercises and units are decided, nothing points to where it came from.</summary>
/// <param name="Identity">The same for the same workout however often it comes: what keeps it from being taken in twice.</param>
/// <param name="Recorded">As it goes into the log, with the import it belongs to.</param>
public sealed record ImportedWorkout(string Identity, WorkoutRecorded Recorded);
