using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;

namespace TitanTrakr.Application.Common;

/// <summary>What an account trained, summed by the slot of time it began in.</summary>
public interface ITrainingSums
{
    /// <summary>Adds to a slot with the unit of work.</summary>
    void Add(Guid accountId, DateTimeOffset slot, TrainingSum sum);

    /// <summary>Takes off what was added, with the unit of work.</summary>
    void Subtract(Guid accountId, DateTimeOffset slot, TrainingSum sum);

    /// <summary>All slots in order with what statistics need beside them, in one round trip.</summary>
    /// <param name="from">Slots before it come without their sum.</param>
    /// <param name="to">Slots from it on come without their sum.</param>
    Task<TrainingRead> Read(Guid accountId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}

/// <summary>An account's slots, how it likes things, and the exercises of its own.</summary>
public sealed record TrainingRead(AccountSettings Settings, IReadOnlyList<TrainingSlot> Slots, IReadOnlyList<Exercise> Own);
