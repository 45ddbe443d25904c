using TitanTrakr.Domain.Exchange;

namespace TitanTrakr.Application.Exchange;

/// <summary>One import as it is kept: what came, to know it again and to take it back.</summary>
public sealed record ImportDocument(
    Guid ImportId,
    IReadOnlyList<ImportedIdentity> Workouts,
    IReadOnlyList<string> ExerciseIds,
    bool Undone,
    IReadOnlyList<Guid>? TemplateIds = null,
    IReadOnlyList<Guid>? BodyWeightIds = null);

/// <summary>All imports of an account, oldest first.</summary>
public sealed record ImportList(IReadOnlyList<ImportSummary> Imports);

/// <summary>An import as served.</summary>
/// <param name="Origin">The dialect, or what else brought the workouts.</param>
/// <param name="Workouts">How many it brought.</param>
/// <param name="ExercisesCreated">How many of one's own exercises were made for it.</param>
/// <param name="UndoneAt">When it was taken back; null while it stands.</param>
public sealed record ImportSummary(
    Guid Id, string Origin, DateTimeOffset ImportedAt, int Workouts, int Sets, int ExercisesCreated, DateTimeOffset? UndoneAt);

/// <summary>The keys of an account's imports.</summary>
internal static class ImportKeys
{
    public const string All = "imports";

    public static string One(Guid importId) => "import:" + importId;
}
