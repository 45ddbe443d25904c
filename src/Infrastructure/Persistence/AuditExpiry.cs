using Microsoft.EntityFrameworkCore.Migrations;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// How entries of the audit log end. On PostgreSQL it is a function with its owner's rights, as the role that the host runs under may not delete
/// them; and none of the last thirty days, so that whoever takes that role over can't take the traces away.
/// </summary>
internal static class AuditExpiry
{
    public const string OnPostgres = "SELECT expire_audit({0}) AS \"Value\"";

    public const string OnSqlite = "DELETE FROM audit WHERE at < {0} RETURNING 1 AS \"Value\"";

    public static void CreateOnPostgres(MigrationBuilder migration) => migration.Sql(
        """
        CREATE FUNCTION expire_audit(before timestamptz) RETURNS SETOF integer
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
            IF before > now() - interval '30 days' THEN
                RAISE EXCEPTION 'audit entries are kept for thirty days at least';
            END IF;
            RETURN QUERY DELETE FROM audit WHERE at < before RETURNING 1;
        END $$;
        REVOKE ALL ON FUNCTION expire_audit(timestamptz) FROM PUBLIC;
        """);

    public static void DropOnPostgres(MigrationBuilder migration) => migration.Sql("DROP FUNCTION expire_audit(timestamptz);");
}
