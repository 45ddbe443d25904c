using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Application.Exchange;

/// <summary>What comes along with workouts from another account.</summary>
internal sealed record Belongings(IReadOnlyList<Template> Templates, IReadOnlyList<BodyWeight> BodyWeights)
{
    public static Belongings None { get; } = new([], []);

    public bool IsNone => Templates.Count == 0 && BodyWeights.Count == 0;
}
