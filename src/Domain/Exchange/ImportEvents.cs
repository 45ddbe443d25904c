using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange;

/// <summary>What happened to an import as a whole: a closed family. The workouts themselves are events of their own.</summary>
public abstract record ImportEvent(Guid ImportId) : DomainEvent;

/// <summary>Workouts from elsewhere came in, all in one unit of work.</summary>
/// <param name="Origin">Where from: a dialect's name, or what else brought them.</param>
/// <param name="Header">The header of the file, which the rows kept with the workouts are read by; null where there was no file.</param>
/// <param name="Workouts">What came in, by identity.</param>
/// <param name="Sets">How many sets they hold.</param>
/// <param name="ExerciseIds">One's own exercises that were made for them.</param>
/// <param name="LeftOut">Rows of the file that belong to no workout taken in, as they stood there.</param>
/// <param name="TemplateIds">Templates that came along.</param>
/// <param name="BodyWeightIds">Entries of the log of body weight that came along.</param>
public sealed record ImportRecorded(
    Guid ImportId,
    string Origin,
    string? Header,
    IReadOnlyList<ImportedIdentity> Workouts,
    int Sets,
    IReadOnlyList<string> ExerciseIds,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<Guid>? TemplateIds = null,
    IReadOnlyList<Guid>? BodyWeightIds = null) : ImportEvent(ImportId);

/// <summary>Which workout of the account an identity of the origin became.</summary>
public sealed record ImportedIdentity(string Identity, Guid WorkoutId);

/// <summary>Everything that came with the import was taken out again.</summary>
public sealed record ImportUndone(Guid ImportId) : ImportEvent(ImportId);
