using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exchange;

/// <summary>Takes an import back as a whole. The same file may come again afterwards.</summary>
public sealed record UndoImport(Guid ImportId) : ICommand<ImportSummary>;

internal sealed class UndoImportHandler(WorkoutIntake intake) : IRequestHandler<UndoImport, Result<ImportSummary>>
{
    public Task<Result<ImportSummary>> Handle(UndoImport command, CancellationToken cancellationToken) =>
        intake.TakeBack(command.ImportId, cancellationToken);
}
