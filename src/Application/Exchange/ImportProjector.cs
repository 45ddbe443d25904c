using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exchange;

namespace TitanTrakr.Application.Exchange;

/// <summary>Folds events of imports into what is kept of them.</summary>
public sealed class ImportProjector(IProjections projections) : IProjector
{
    Task IProjector.Apply(RecordedEvent recorded, CancellationToken cancellationToken) =>
        recorded.Event is ImportEvent ? Apply(recorded, cancellationToken) : Task.CompletedTask;

    /// <summary>Applies one event and answers the import after it.</summary>
    public async Task<ImportSummary> Apply(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var list = await projections.Load<ImportList>(recorded.AccountId, ImportKeys.All, cancellationToken) ?? new ImportList([]);
        return (ImportEvent)recorded.Event! switch
        {
            ImportRecorded e => Add(recorded, e, list),
            ImportUndone e => await Undo(recorded, e, list, cancellationToken),
        };
    }

    private ImportSummary Add(RecordedEvent recorded, ImportRecorded e, ImportList list)
    {
        var summary = new ImportSummary(e.ImportId, e.Origin, recorded.Timestamp, e.Workouts.Count, e.Sets, e.ExerciseIds.Count, null);
        projections.Store(recorded.AccountId, ImportKeys.One(e.ImportId), new ImportDocument(
            e.ImportId, e.Workouts, e.ExerciseIds, Undone: false, e.TemplateIds, e.BodyWeightIds));
        projections.Store(recorded.AccountId, ImportKeys.All, new ImportList([.. list.Imports, summary]));
        return summary;
    }

    private async Task<ImportSummary> Undo(RecordedEvent recorded, ImportUndone e, ImportList list, CancellationToken cancellationToken)
    {
        var key = ImportKeys.One(e.ImportId);
        var document = await projections.Load<ImportDocument>(recorded.AccountId, key, cancellationToken)
            ?? throw new InvalidOperationException("An import was undone before it was made.");
        projections.Store(recorded.AccountId, key, document with { Undone = true });
        var undone = list.Imports.First(import => import.Id == e.ImportId) with { UndoneAt = recorded.Timestamp };
        projections.Store(recorded.AccountId, ImportKeys.All, new ImportList([.. list.Imports.Select(import => import.Id == e.ImportId ? undone : import)]));
        return undone;
    }
}
