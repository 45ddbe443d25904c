using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class ForgedTokenTests(Provider provider) : FrontDoorTest(provider)
{
    private static readonly byte[] OwnKey = Encoding.ASCII.GetBytes("a key that somebody else has made, of 64 bytes and a few more....");

    [Test]
    public async Task A_token_put_together_again_with_the_real_key_is_believed() =>
        (await Status(new ForgedToken(Lifter.Token!).Signed(RealKey()))).ShouldBe(200, "else the refusals below say nothing");

    [Test]
    public async Task Every_forged_token_is_refused_and_writes_nothing()
    {
        using var other = await Lifter.SignUp(Server);
        var victim = new ForgedToken(other.Token!).Claims["sub"]!.GetValue<string>();
        var forged = Forged(new ForgedToken(Lifter.Token!), RealKey(), victim).ToList();
        using var member = new Visitor(Server.Address);
        await member.Register("member@gym.example");
        forged.Add(("a refresh token", member.Cookie!));
        forged.Count.ShouldBeGreaterThanOrEqualTo(20);
        foreach (var (kind, token) in forged)
        {
            using var forger = Lifter.WithToken(Server, token);
            foreach (var answer in new[] { await forger.Get("/api/account"), await forger.Post("/api/workouts") })
            {
                (answer.Status, answer.Slug).ShouldBe((401, "unauthenticated"), kind);
            }
        }

        (await Lifter.Events()).ShouldBeEmpty();
        (await other.Events()).ShouldBeEmpty();
    }

    private static IEnumerable<(string Kind, string Token)> Forged(ForgedToken genuine, byte[] key, string victim)
    {
        var soon = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();
        var past = DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds();
        foreach (var none in new[] { "none", "None", "nOnE", "" })
        {
            var unsigned = genuine.With(token => token.Header["alg"] = none);
            yield return ($"algorithm '{none}', no signature", unsigned.Unsigned + ".");
            yield return ($"algorithm '{none}', the old signature", unsigned.WithOldSignature);
            yield return ($"algorithm '{none}', two parts", unsigned.Unsigned);
        }

        yield return ("no signature", genuine.Unsigned + ".");
        yield return ("another's account under the old signature", genuine.With(token => token.Claims["sub"] = victim).WithOldSignature);
        yield return ("a later end under the old signature", genuine.With(token => token.Claims["exp"] = soon + 86_400).WithOldSignature);
        yield return ("another key under the real key's name", genuine.Signed(OwnKey));
        yield return ("an empty key", genuine.Signed([]));
        foreach (var name in new[] { "another", "", "../../../../dev/null", "' UNION SELECT 'k' --", "http://evil.example/key", new string('k', 10_000) })
        {
            var named = genuine.With(token => token.Header["kid"] = name);
            yield return ($"key '{name[..Math.Min(name.Length, 30)]}', signed with its own", named.Signed(OwnKey));
            yield return ($"key '{name[..Math.Min(name.Length, 30)]}', signed with nothing", named.Signed([]));
        }

        yield return ("HS512", genuine.With(token => token.Header["alg"] = "HS512").Signed(key, HMACSHA512.HashData));
        yield return ("RS256 over the shared key", genuine.With(token => token.Header["alg"] = "RS256").Signed(key));
        yield return ("a key in the header", genuine.With(token => token.Header["jwk"] = new JsonObject { ["kty"] = "oct", ["k"] = ForgedToken.Url(OwnKey) }).Signed(OwnKey));
        yield return ("an address of keys", genuine.With(token => token.Header["jku"] = "http://127.0.0.1/keys").Signed(OwnKey));
        yield return ("a certificate's address", genuine.With(token => token.Header["x5u"] = "http://127.0.0.1/cert").Signed(OwnKey));
        yield return ("another issuer", genuine.With(token => token.Claims["iss"] = "https://evil.example").Signed(key));
        yield return ("no issuer", genuine.With(token => token.Claims.Remove("iss")).Signed(key));
        yield return ("another audience", genuine.With(token => token.Claims["aud"] = "another-app").Signed(key));
        yield return ("no audience", genuine.With(token => token.Claims.Remove("aud")).Signed(key));
        yield return ("over", genuine.With(token => token.Claims["exp"] = past).Signed(key));
        yield return ("without an end", genuine.With(token => token.Claims.Remove("exp")).Signed(key));
        yield return ("not yet", genuine.With(token => token.Claims["nbf"] = soon).Signed(key));
        yield return ("of the type JWT", genuine.With(token => token.Header["typ"] = "JWT").Signed(key));
        yield return ("of the type rt+jwt", genuine.With(token => token.Header["typ"] = "rt+jwt").Signed(key));
        yield return ("of no type", genuine.With(token => token.Header.Remove("typ")).Signed(key));
        yield return ("twice", genuine.Signed(key) + "." + genuine.Signed(key));
        yield return ("of an account that never was", genuine.With(token => token.Claims["sub"] = Guid.NewGuid().ToString()).Signed(key));
        yield return ("of something that is no account", genuine.With(token => token.Claims["sub"] = "admin").Signed(key));
        yield return ("another's session", genuine.With(token => token.Claims["sub"] = victim).Signed(key));
        yield return ("of nobody", genuine.With(token => token.Claims.Remove("sub")).Signed(key));
    }

    private async Task<int> Status(string token)
    {
        using var caller = Lifter.WithToken(Server, token);
        return (await caller.Get("/api/account")).Status;
    }

    private byte[] RealKey() => Convert.FromBase64String(JsonNode.Parse(
        File.ReadAllBytes(Path.Combine(Database.Home, "workspace/default/signing.key")))![0]!["Secret"]!.GetValue<string>());
}
