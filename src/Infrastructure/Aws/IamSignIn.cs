using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Npgsql;

namespace TitanTrakr.Infrastructure.Aws;

/// <summary>Signs in to PostgreSQL by IAM (<c>Database:IamAuth</c>), with the credentials and region that the AWS SDK finds.</summary>
internal static class IamSignIn
{
    public static void Use(NpgsqlDataSourceBuilder source) =>
        source.UsePasswordProvider(connection => Token(connection, Credentials().GetCredentials()), async (connection, _) => Token(connection, await Credentials().GetCredentialsAsync()));

    private static AWSCredentials Credentials() => DefaultAWSCredentialsIdentityResolver.GetCredentials();

    private static string Token(NpgsqlConnectionStringBuilder connection, ImmutableCredentials credentials) =>
        DatabaseToken.For(connection, credentials, FallbackRegionFactory.GetRegionEndpoint().SystemName, DateTimeOffset.UtcNow);
}
