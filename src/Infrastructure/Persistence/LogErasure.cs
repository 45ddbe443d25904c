using Microsoft.EntityFrameworkCore.Migrations;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// The one path on which events leave: of an account that is closed already. On PostgreSQL it is a function with its owner's rights, as the
/// role that the host runs under may not delete events.
/// </summary>
internal static class LogErasure
{
    public const string OnPostgres = "SELECT erase_log({0});";

    public const string OnSqlite =
        "INSERT INTO deletions (account_id, requested_at) VALUES ({0}, 0);"
        + "DELETE FROM events WHERE account_id = {0}; DELETE FROM deletions WHERE account_id = {0};";

    /// <summary>Tables that it empties.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["events", "deletions"];

    public static void CreateOnPostgres(MigrationBuilder migration) => migration.Sql(
        """
        CREATE FUNCTION erase_log(account uuid) RETURNS void
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM streams WHERE account_id = account AND active) THEN
                RAISE EXCEPTION 'the account is not closed';
            END IF;
            INSERT INTO deletions (account_id, requested_at) VALUES (account, now());
            DELETE FROM events WHERE account_id = account;
            DELETE FROM deletions WHERE account_id = account;
        END $$;
        REVOKE ALL ON FUNCTION erase_log(uuid) FROM PUBLIC;
        """);

    public static void DropOnPostgres(MigrationBuilder migration) => migration.Sql("DROP FUNCTION erase_log(uuid);");
}
