using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TitanTrakr.Infrastructure.Identity;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Where an account's rows are, read from the model: a new table can't be forgotten.</summary>
internal static class AccountTables
{
    private static readonly string[] Names = ["AccountId", "UserId"];

    /// <summary>Tables and the column that says whose a row is; what refers to accounts with a cascade is left to it, the accounts come last.</summary>
    public static IReadOnlyList<(string Table, string Column)> Of(IModel model) =>
        [.. model.GetEntityTypes()
            .Where(entity => !GoesWithItsAccount(entity) && OwnerOf(entity) is not null)
            .OrderBy(IsAccount)
            .Select(entity => (entity.GetTableName()!, OwnerOf(entity)!.GetColumnName()))];

    /// <summary>Tables that no account owns a row of.</summary>
    public static IReadOnlyList<string> OfNobody(IModel model) =>
        [.. model.GetEntityTypes().Where(entity => !entity.IsOwned() && OwnerOf(entity) is null).Select(entity => entity.GetTableName()!)];

    private static IProperty? OwnerOf(IEntityType entity) => IsAccount(entity)
        ? entity.FindProperty(nameof(AccountRow.Id))
        : Names.Select(entity.FindProperty).FirstOrDefault(property => property is not null);

    private static bool GoesWithItsAccount(IEntityType entity) =>
        entity.GetForeignKeys().Any(key => IsAccount(key.PrincipalEntityType) && key.DeleteBehavior == DeleteBehavior.Cascade);

    private static bool IsAccount(IEntityType entity) => entity.ClrType == typeof(AccountRow);
}
