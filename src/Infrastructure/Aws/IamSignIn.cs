using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Npgsql;

namespace TitanTrakr.Infrastructure.Aws;

/// <summary>Signs in to PostgreSQL by IAM (<c>Database:IamAuth</c>), with the credentials and region that the AWS SDK finds.</summary>
internal static class IamSignIn
{
    /// <summary>For connections without a password: one that has its own keeps it, such as a replica's beside RDS Proxy.</summary>
    public static void Use(NpgsqlDataSourceBuilder source)
    {
        if (string.IsNullOrEmpty(source.ConnectionStringBuilder.Password))
        {
            source.UsePasswordProvider(connection => Token(connection, Credentials().GetCredentials()), async (connection, _) => Token(connection, await Credentials().GetCredentialsAsync()));
        }
    }

    private static AWSCredentials Credentials() => DefaultAWSCredentialsIdentityResolver.GetCredentials();

    private static string Token(NpgsqlConnectionStringBuilder connection, ImmutableCredentials credentials) =>
        DatabaseToken.For(connection, credentials, FallbackRegionFactory.GetRegionEndpoint().SystemName, DateTimeOffset.UtcNow);
}
