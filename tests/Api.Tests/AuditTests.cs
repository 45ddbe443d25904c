using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class AuditTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Ann = "ann@example.com", New = "new@example.com";

    [Test]
    public async Task What_happens_to_an_account_is_in_its_audit_log_in_order_without_a_word_of_it()
    {
        using var ann = new Visitor(Server.Address);
        await ann.Register(Ann);
        using var tablet = new Visitor(Server.Address);
        await tablet.Login(Ann);
        var token = (await ann.Post("/api/account/tokens", """{"name":"My script","scopes":["read"]}""")).Json["token"]!["id"]!.GetValue<string>();
        await ann.Send(HttpMethod.Delete, $"/api/account/tokens/{token}");
        await ann.Send(HttpMethod.Put, "/api/account/email", $$"""{"email":"{{New}}"}""");
        await ann.Send(HttpMethod.Put, "/api/account/password", $$"""{"currentPassword":"{{Passwords.Good}}","newPassword":"{{Passwords.Other}}"}""");
        await ann.Send(HttpMethod.Delete, "/api/account/sessions?onlyOthers=true");
        await ann.Get("/api/account/export");
        var log = await ann.Get("/api/account/audit");
        log.Json["items"]!.AsArray().Select(entry => entry!["kind"]!.GetValue<string>())
            .ShouldBe(["exported", "sessionEnded", "passwordChanged", "emailChanged", "tokenRevoked", "tokenMade", "signedIn", "registered"]);
        new[] { Ann, New, "My script", Passwords.Good }.ShouldAllBe(word => !log.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Test]
    public async Task A_refused_sign_in_is_noted_alike_whether_the_address_is_known_or_not()
    {
        using var ann = new Visitor(Server.Address);
        await ann.Register(Ann);
        using var stranger = new Visitor(Server.Address);
        await stranger.Login(Ann, Passwords.Other);
        await stranger.Login("nobody@example.com", Passwords.Other);
        (await ann.Get("/api/account/audit")).Text.ShouldNotContain("signInRefused", Case.Sensitive, "its owner is not told of a stranger, nor a stranger of its owner");
        if (Database.Provider == Provider.Postgres)
        {
            // SQLite's files may hold what an earlier test left.
            (await Database.Dump()).Split("SignInRefused").Length.ShouldBe(3);
        }
    }
}
