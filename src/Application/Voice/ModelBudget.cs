using TitanTrakr.Application.Common;

namespace TitanTrakr.Application.Voice;

/// <summary>How often one account may have the model asked in a day.</summary>
/// <param name="CallsPerDay">0 asks never.</param>
public sealed record ModelBudgetOptions(int CallsPerDay = 200);

/// <summary>Counts calls of the model in the database: all processes share the count, a restart keeps it.</summary>
internal sealed class ModelBudget(ILimits limits, ModelBudgetOptions options)
{
    /// <summary>Takes one call; false when the day's are used up.</summary>
    public async Task<bool> Take(Guid accountId, CancellationToken cancellationToken) =>
        options.CallsPerDay > 0
        && await limits.Count([new Quota("voice-model", accountId.ToString(), options.CallsPerDay, TimeSpan.FromDays(1))], cancellationToken) is null;
}
