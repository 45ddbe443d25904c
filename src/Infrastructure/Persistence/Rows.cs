namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>An account's log: its last sequence number, and the lock that writers queue on.</summary>
internal sealed class StreamRow
{
    public Guid AccountId { get; set; }
    public long Head { get; set; }
    public bool Active { get; set; }

    /// <summary>The last command whose answer showed the running workout as the log then had it.</summary>
    public Guid? ShownBy { get; set; }

    /// <summary>The head after it: while the log is no further, its answer shows the running workout.</summary>
    public long? ShownAt { get; set; }
}

internal sealed class CommandRow
{
    public Guid AccountId { get; set; }
    public Guid CommandId { get; set; }
    public string Fingerprint { get; set; } = "";
    public string? Answer { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

internal sealed class EventRow
{
    public long Id { get; set; }
    public Guid EventId { get; set; }
    public Guid AccountId { get; set; }
    public Guid CommandId { get; set; }
    public long Sequence { get; set; }
    public DateTimeOffset Timestamp { get; set; }
    public string EventType { get; set; } = "";
    public string Payload { get; set; } = "";
    public int SchemaVersion { get; set; } = 1;
    public DateTimeOffset RecordedAt { get; set; }
}

internal sealed class ProjectionRow
{
    public Guid AccountId { get; set; }
    public string Key { get; set; } = "";
    public string Data { get; set; } = "";
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>What is served of it, in UTF-8; null where nothing is, or where it has to be made.</summary>
    public byte[]? Served { get; set; }
}

internal sealed class WorkoutRow
{
    public Guid AccountId { get; set; }
    public Guid Id { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset CompletedAt { get; set; }
    public string Data { get; set; } = "";

    /// <summary>The workout as it is served, in UTF-8; null where it has to be made.</summary>
    public byte[]? Served { get; set; }
    public List<WorkoutExerciseRow> Exercises { get; } = [];
}

/// <summary>Which exercises a completed workout holds, to filter history by; when it began, to page by.</summary>
internal sealed class WorkoutExerciseRow
{
    public Guid AccountId { get; set; }
    public Guid WorkoutId { get; set; }
    public string ExerciseId { get; set; } = "";
    public DateTimeOffset StartedAt { get; set; }
}

/// <summary>Neighbouring sessions of one exercise, oldest first, and what can be known without reading them.</summary>
internal sealed class SessionChunkRow
{
    public Guid AccountId { get; set; }
    public string ExerciseId { get; set; } = "";
    public int Number { get; set; }
    public DateTimeOffset FromAt { get; set; }
    public Guid FromId { get; set; }
    public string Summary { get; set; } = "";
    public string Sessions { get; set; } = "";

    /// <summary>The sessions as they are served (<see cref="Application.History.SessionLines"/>); null where they have to be made.</summary>
    public byte[]? Served { get; set; }
}

/// <summary>What began within a quarter of an hour, summed.</summary>
internal sealed class AggregateRow
{
    public Guid AccountId { get; set; }
    public DateTimeOffset Slot { get; set; }
    public string Data { get; set; } = "";
}

internal sealed class BodyWeightRow
{
    public Guid AccountId { get; set; }
    public Guid Id { get; set; }
    public DateTimeOffset MeasuredAt { get; set; }
    public string Data { get; set; } = "";
}

/// <summary>A fold of an account's log into a shadow of it, under way: how far it is, and by which code.</summary>
internal sealed class ReplayRow
{
    public Guid AccountId { get; set; }
    public long Sequence { get; set; }
    public string Fold { get; set; } = "";
}

internal sealed class ExerciseRow
{
    public Guid AccountId { get; set; }
    public string Id { get; set; } = "";
    public string Data { get; set; } = "";
    public bool Archived { get; set; }
    public string? MergedInto { get; set; }
}

/// <summary>An account whose deletion runs: only then does the database let events go.</summary>
internal sealed class DeletionRow
{
    public Guid AccountId { get; set; }
    public DateTimeOffset RequestedAt { get; set; }
}
