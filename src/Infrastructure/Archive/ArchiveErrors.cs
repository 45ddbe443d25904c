using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Infrastructure.Archive;

internal sealed record ArchiveIncomplete(string Place)
    : Error("archive-incomplete", $"There is no readable {ArchiveManifest.FileName} in {Place}: the export was cut off, or it lies somewhere else.");

internal sealed record ArchiveTooNew(int Format)
    : Error("archive-too-new", $"The archive has format {Format}, which this release does not know. Import it with the release that wrote it, or a later one.");

internal sealed record ArchiveDamaged(string File)
    : Error("archive-damaged", $"{File} is missing or not what the manifest says: its checksum or its rows differ. Nothing was imported.");

internal sealed record ArchiveUnreadable(string File, long Line)
    : Error("archive-unreadable", $"Line {Line} of {File} can't be read: it is damaged, or a newer release wrote it. Nothing was imported.");

internal sealed record DatabaseNotEmpty(string Table)
    : Error("database-not-empty", $"The database holds rows already ({Table}). An archive is imported into an empty one only.");

internal sealed record DatabaseDiffers(string File)
    : Error("database-differs", $"What was stored of {File} would be archived otherwise. Nothing was imported.");
