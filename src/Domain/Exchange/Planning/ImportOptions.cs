using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange.Planning;

/// <summary>What the one who imports decides, and what the account likes.</summary>
/// <param name="AccountUnit">Taken where neither file nor caller says a unit.</param>
/// <param name="WeightUnit">The unit of weights that the file gives none for.</param>
/// <param name="DistanceUnit">The unit of distances that the file gives none for.</param>
/// <param name="Undust">Whether converted weights are taken as the even ones they were: see <see cref="UnitDust"/>.</param>
/// <param name="Mapping">The file's names of exercises to ids of exercises here.</param>
/// <param name="Now">Workouts later than a day from now are not believed.</param>
public sealed record ImportOptions(
    Guid ImportId,
    WeightUnit AccountUnit,
    WeightUnit? WeightUnit,
    DistanceUnit? DistanceUnit,
    bool Undust,
    IReadOnlyDictionary<string, string> Mapping,
    DateTimeOffset Now);
