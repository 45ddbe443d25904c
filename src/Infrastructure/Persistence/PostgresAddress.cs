using Microsoft.Extensions.Configuration;
using Npgsql;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// Where PostgreSQL is: <c>ConnectionStrings:Titan</c>, and what stands beside it. <c>Database:Credentials</c> is who signs in, in the form in
/// which RDS keeps it (<c>username</c>, <c>password</c>), as no connection string takes every password as it is. <c>Database:CommandTimeout</c>
/// are the seconds that a verb's statement may take, where the string is a serving host's too.
/// </summary>
internal static class PostgresAddress
{
    // Statements are prepared once a connection, and a connection goes back as it is: nothing here leaves anything on one. No start asks the
    // database for its types: these tables have none of their own; nor loads Kerberos to see whether somebody has signed in to it. What the
    // address says itself comes later and stands: RDS Proxy would keep a connection for whoever prepared a statement on it.
    private const string Tuned = "Max Auto Prepare=60;No Reset On Close=true;Server Compatibility Mode=NoTypeLoading;GSS Encryption Mode=Disable;";

    /// <exception cref="InvalidOperationException">There is no <c>ConnectionStrings:Titan</c>.</exception>
    public static string Of(IConfiguration configuration)
    {
        var address = Tuned + (configuration.GetConnectionString("Titan") ?? throw new InvalidOperationException("PostgreSQL needs its address in ConnectionStrings:Titan."));
        var (credentials, timeout) = (configuration.GetSection("Database:Credentials"), configuration.GetValue<int?>("Database:CommandTimeout"));
        if (timeout is null && !credentials.Exists())
        {
            // Most hosts': nothing is parsed before Npgsql does.
            return address;
        }

        var parts = new NpgsqlConnectionStringBuilder(address);
        parts.CommandTimeout = timeout ?? parts.CommandTimeout;
        parts.Username = credentials["Username"] ?? parts.Username;
        parts.Password = credentials["Password"] ?? parts.Password;
        return parts.ToString();
    }
}
