using System.Diagnostics;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class MailedLinksTests(Provider provider) : ClockedTest(provider)
{
    [Test]
    public async Task A_forgotten_password_is_set_anew_by_aMailed_link_that_works_once_for_an_hour()
    {
        using var visitor = await Registered();
        using var other = new Visitor(Client());
        var asked = Stopwatch.GetTimestamp();
        await other.Post("/api/account/password/forgot", """{"email":"nobody@example.com"}""");
        Stopwatch.GetElapsedTime(asked).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9), "as long as a mail would take");
        await other.Post("/api/account/password/forgot", $$"""{"email":"{{Ann}}"}""");
        var secret = Mail.Secret(Ann, "reset");
        Mail.To.ShouldNotContain("nobody@example.com");
        (await Reset(other, secret)).Status.ShouldBe(204);
        (await visitor.Get("/api/account")).Status.ShouldBe(401);
        (await other.Login(Ann)).Status.ShouldBe(401);
        (await other.Login(Ann, Passwords.Other)).Json["account"]!["emailConfirmed"]!.GetValue<bool>().ShouldBeTrue();
        (await Reset(other, secret)).Slug.ShouldBe("link-expired");

        await other.Post("/api/account/password/forgot", $$"""{"email":"{{Ann}}"}""");
        Clock.Advance(TimeSpan.FromMinutes(61));
        (await Reset(other, Mail.Secret(Ann, "reset"))).Slug.ShouldBe("link-expired");
    }

    [Test]
    public async Task An_address_is_confirmed_by_the_link_it_gets_and_a_new_one_counts_only_then()
    {
        using var visitor = await Registered();
        var first = Mail.Secret(Ann, "confirm");
        (await visitor.Post("/api/account/email/confirmation")).Status.ShouldBe(202);
        (await Confirm(visitor, first)).Slug.ShouldBe("link-expired");
        var second = Mail.Secret(Ann, "confirm");
        (await Confirm(visitor, second)).Status.ShouldBe(204);
        (await Confirm(visitor, second)).Slug.ShouldBe("link-expired");
        (await visitor.Get("/api/account")).Json["emailConfirmed"]!.GetValue<bool>().ShouldBeTrue();

        var asked = await visitor.Send(HttpMethod.Put, "/api/account/email", """{"email":"new@example.com"}""");
        asked.Json["email"]!.GetValue<string>().ShouldBe(Ann);
        (await Confirm(visitor, Mail.Secret("new@example.com", "confirm"))).Status.ShouldBe(204);
        var account = (await visitor.Get("/api/account")).Json;
        (account["email"]!.GetValue<string>(), account["emailConfirmed"]!.GetValue<bool>()).ShouldBe(("new@example.com", true));
    }

    [Test]
    public async Task A_request_that_used_a_link_and_lost_its_answer_gets_it_under_its_key()
    {
        using var visitor = await Registered();
        foreach (var (path, body) in new[] { Confirmation(Mail.Secret(Ann, "confirm")), await Resetting() })
        {
            var key = Guid.NewGuid();
            (await visitor.Post(path, body, key)).Status.ShouldBe(204, path);
            var again = await visitor.Post(path, body, key);
            (again.Status, again.Replayed).ShouldBe((204, true), path);
            (await visitor.Post(path, body, Guid.NewGuid())).Slug.ShouldBe("link-expired", path);
        }
    }

    [Test]
    public async Task A_link_whose_use_was_refused_goes_on_working()
    {
        using var ann = await Registered();
        await ann.Send(HttpMethod.Put, "/api/account/email", """{"email":"new@example.com"}""");
        var secret = Mail.Secret("new@example.com", "confirm");
        using var quicker = await Registered("new@example.com");
        (await Confirm(ann, secret)).Slug.ShouldBe("email-taken");
        (await quicker.Send(HttpMethod.Delete, "/api/account")).Status.ShouldBe(204);
        (await Confirm(ann, secret)).Status.ShouldBe(204);
        (await ann.Get("/api/account")).Json["email"]!.GetValue<string>().ShouldBe("new@example.com");
    }

    [Test]
    public async Task Nobody_has_us_mail_more_than_five_strangers_an_hour()
    {
        using var visitor = await Registered();
        var statuses = new List<int>();
        for (var i = 0; i < 7; i++)
        {
            statuses.Add((await visitor.Send(HttpMethod.Put, "/api/account/email", $$"""{"email":"stranger{{i}}@example.com"}""")).Status);
        }

        statuses.ShouldBe([200, 200, 200, 200, 200, 429, 429]);
        Mail.To.ShouldNotContain("stranger5@example.com");
    }

    private async Task<(string Path, string Body)> Resetting()
    {
        using var visitor = new Visitor(Client());
        await visitor.Post("/api/account/password/forgot", $$"""{"email":"{{Ann}}"}""");
        return ("/api/account/password/reset", $$"""{"token":"{{Mail.Secret(Ann, "reset")}}","newPassword":"{{Passwords.Other}}"}""");
    }

    private static (string Path, string Body) Confirmation(string secret) => ("/api/account/email/confirm", $$"""{"token":"{{secret}}"}""");

    private static Task<Answer> Reset(Visitor visitor, string secret) =>
        visitor.Post("/api/account/password/reset", $$"""{"token":"{{secret}}","newPassword":"{{Passwords.Other}}"}""");

    private static Task<Answer> Confirm(Visitor visitor, string secret) => visitor.Post("/api/account/email/confirm", $$"""{"token":"{{secret}}"}""");
}
