using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Voice.Spoken;

namespace TitanTrakr.Application.Voice;

/// <summary>What the body weighed last.</summary>
internal sealed class BodyAnswers(IBodyWeights weights, CommandScope scope)
{
    /// <summary>The newest entry and its date.</summary>
    public async Task<Reply> Weight(Asked asked, CancellationToken cancellationToken) =>
        await weights.Page(scope.AccountId, null, 1, cancellationToken) is [var last, ..]
            ? new($"You weighed {Amounts.Read(last.Weight)} {asked.Calendar.On(last.MeasuredAt)}.", $"You weighed {Amounts.Hear(last.Weight)} {asked.Calendar.On(last.MeasuredAt)}.")
            : new("No body weight logged yet.", "No body weight logged yet.");
}
