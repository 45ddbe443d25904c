using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class SignInTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Ann = "ann@example.com";

    [Test]
    public async Task A_guest_that_registers_keeps_everything_and_signs_in_on_another_device()
    {
        using var phone = new Visitor(Server.Address);
        await phone.Post("/api/account/guest");
        var workout = (await phone.Post("/api/workouts", """{"name":"Push day"}""")).Json["id"]!.GetValue<string>();
        var registered = await phone.Register(Ann);
        registered.Status.ShouldBe(201);
        registered.Json["account"]!["isGuest"]!.GetValue<bool>().ShouldBeFalse();

        using var tablet = new Visitor(Server.Address);
        var signedIn = await tablet.Login("ANN@example.com");
        signedIn.Status.ShouldBe(200);
        signedIn.Json["account"]!.ToJsonString().ShouldBe(registered.Json["account"]!.ToJsonString());
        signedIn.Json["expiresIn"]!.GetValue<int>().ShouldBe(900);
        (await tablet.Get("/api/workouts/current")).Json["id"]!.GetValue<string>().ShouldBe(workout);
        (await phone.Get("/api/account/sessions")).Json["items"]!.AsArray().Count.ShouldBe(2);
    }

    [Test]
    public async Task The_refresh_token_travels_only_in_a_cookie_that_no_script_no_other_site_and_no_subdomain_reaches()
    {
        using var visitor = new Visitor(Server.Address);
        foreach (var way in new Func<Task<Answer>>[] { () => visitor.Post("/api/account/guest"), () => visitor.Register(Ann), () => visitor.Login(Ann), visitor.Refresh })
        {
            var answer = await way();
            answer.Text.ShouldNotContain(visitor.Cookie!);
            var parts = visitor.SetCookie.Split("; ").Skip(1).Select(part => part.ToLowerInvariant()).ToList();
            visitor.SetCookie.ShouldStartWith("__Host-titan-refresh=");
            parts.ShouldBeSubsetOf([.. parts.Where(part => part.StartsWith("expires=", StringComparison.Ordinal)), "path=/", "secure", "samesite=strict", "httponly"]);
            parts.Count.ShouldBe(5);
        }
    }

    [Test]
    public async Task An_address_has_one_account_in_any_case_whoever_asks()
    {
        using var first = new Visitor(Server.Address);
        using var second = new Visitor(Server.Address);
        (await first.Register(Ann)).Status.ShouldBe(201);
        (await second.Register("Ann@Example.COM")).Slug.ShouldBe("email-taken");
        await second.Post("/api/account/guest");
        (await second.Register(Ann)).Slug.ShouldBe("email-taken");
        (await second.Get("/api/account")).Json["isGuest"]!.GetValue<bool>().ShouldBeTrue();
        (await first.Register("bob@example.com")).Slug.ShouldBe("already-registered");
    }

    [Test]
    public async Task Of_eight_registrations_at_once_for_one_address_one_wins()
    {
        using var visitor = new Visitor(Server.Address);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.Twin().Register(Ann)));
        answers.Select(answer => answer.Status).Order().ShouldBe([201, .. Enumerable.Repeat(409, 7)]);
    }

    [Test]
    public async Task An_unknown_address_and_a_wrong_password_are_answered_in_the_same_words()
    {
        using var visitor = new Visitor(Server.Address);
        await visitor.Register(Ann);
        visitor.Token = null;
        var wrong = await visitor.Login(Ann, Passwords.Other);
        var unknown = await visitor.Login("nobody@example.com", Passwords.Other);
        Words(wrong).ShouldBe(Words(unknown));
        wrong.Status.ShouldBe(401);
        var known = await visitor.Post("/api/account/password/forgot", """{"email":"ann@example.com"}""");
        var stranger = await visitor.Post("/api/account/password/forgot", """{"email":"nobody@example.com"}""");
        (known.Status, known.Text).ShouldBe((stranger.Status, stranger.Text));
        known.Status.ShouldBe(202);
    }

    [TestCase("no-address", Passwords.Good, "email")]
    [TestCase("two@at@example.com", Passwords.Good, "email")]
    [TestCase("a b@example.com", Passwords.Good, "email")]
    [TestCase(Ann, "short", "password")]
    [TestCase(Ann, "password1", "password")]
    [TestCase(Ann, "P@ssw0rd123", "password")]
    [TestCase(Ann, "Deadlift2025", "password")]
    [TestCase(Ann, "aaaaaaaaaaaa", "password")]
    [TestCase(Ann, Ann, "password")]
    public async Task A_bad_address_or_password_is_named(string email, string password, string member)
    {
        using var visitor = new Visitor(Server.Address);
        var answer = await visitor.Register(email, password);
        answer.Status.ShouldBe(400);
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([member]);
    }

    [TestCase(8, 201)]
    [TestCase(128, 201)]
    [TestCase(129, 400)]
    public async Task A_password_of_any_characters_has_8_to_128_of_them(int length, int status)
    {
        using var visitor = new Visitor(Server.Address);
        var password = string.Concat(Enumerable.Range(0, length).Select(i => "üß 7x日.k"[i % 8]));
        (await visitor.Register(Ann, password)).Status.ShouldBe(status);
        (await visitor.Login(Ann, password)).Status.ShouldBe(status == 201 ? 200 : 400);
    }

    [Test]
    public async Task A_creation_sent_twice_makes_one_account_and_the_second_answer_stands_for_the_same_one()
    {
        using var visitor = new Visitor(Server.Address);
        var key = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitor.Twin().Post("/api/account/guest", key: key)));
        answers.Select(answer => answer.Status).ShouldAllBe(status => status == 201);
        answers.Select(answer => answer.Json["account"]!["id"]!.GetValue<string>()).Distinct().Count().ShouldBe(1);
        answers.Count(answer => answer.Replayed).ShouldBe(5);
        var again = await visitor.Post("/api/account/guest", key: key);
        again.Replayed.ShouldBeTrue();
        (await visitor.Get("/api/account/sessions")).Json["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Test]
    public async Task A_registration_sent_twice_is_answered_twice_and_with_another_body_refused()
    {
        var key = Guid.NewGuid();
        using var visitor = new Visitor(Server.Address);
        var first = await visitor.Register(Ann, key: key);
        visitor.Token = null;
        var second = await visitor.Register(Ann, key: key);
        (second.Status, second.Replayed).ShouldBe((201, true));
        second.Json["account"]!.ToJsonString().ShouldBe(first.Json["account"]!.ToJsonString());
        visitor.Token = null;
        (await visitor.Register(Ann, Passwords.Other, key)).Slug.ShouldBe("idempotency-key-reused");

        using var guest = new Visitor(Server.Address);
        await guest.Post("/api/account/guest");
        key = Guid.NewGuid();
        await guest.Register("bob@example.com", key: key);
        var repeated = await guest.Register("bob@example.com", key: key);
        (repeated.Status, repeated.Replayed).ShouldBe((201, true));
        (await guest.Register("bob@example.com", Passwords.Other, key)).Slug.ShouldBe("idempotency-key-reused");
    }

    [Test]
    public async Task A_guest_whose_token_is_not_believed_gets_no_second_account()
    {
        using var guest = new Visitor(Server.Address);
        await guest.Post("/api/account/guest");
        guest.Token += "x";
        (await guest.Register(Ann)).Status.ShouldBe(401);
        guest.Token = null;
        (await guest.Register(Ann)).Status.ShouldBe(201);
    }

    private static string Words(Answer answer) => $"{answer.Json["type"]} {answer.Json["title"]} {answer.Json["detail"]}";
}
