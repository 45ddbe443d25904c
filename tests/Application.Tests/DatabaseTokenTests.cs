using Amazon.Runtime;
using Npgsql;
using TitanTrakr.Infrastructure.Aws;

namespace TitanTrakr.Application.Tests;

/// <summary>Against what botocore signs for the same server, user, credentials and moment.</summary>
public sealed class DatabaseTokenTests
{
    private const string Server = "gym.proxy-abc.us-west-1.rds.amazonaws.com",
        Begin = Server + ":5432/?Action=connect&DBUser=titan_app&X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261126%2Fus-west-1%2Frds-db%2Faws4_request&X-Amz-Date=20261126T030405Z&X-Amz-Expires=900";

    [TestCase(null, "&X-Amz-SignedHeaders=host&X-Amz-Signature=0ea500b9a9c2a86a2a11da3eaa10beda3b4c1828536ec975a9a4cbf38d762c2a")]
    [TestCase(
        "a/session+token==",
        "&X-Amz-Security-Token=a%2Fsession%2Btoken%3D%3D&X-Amz-SignedHeaders=host&X-Amz-Signature=c999da26d3df9c1e21e316cdbdafb58c57c819495674fdfb01335cb27fdc71f7")]
    public void A_token_is_signed_as_AWS_expects_it(string? session, string end) => DatabaseToken.For(
        new NpgsqlConnectionStringBuilder { Host = Server, Username = "titan_app" },
        new ImmutableCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", session!),
        "us-west-1",
        new DateTimeOffset(2026, 11, 26, 3, 4, 5, TimeSpan.Zero)).ShouldBe(Begin + end);
}
