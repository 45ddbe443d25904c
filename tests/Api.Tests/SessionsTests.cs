using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class SessionsTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Ann = "ann@example.com";
    private Visitor _phone = null!;
    private Visitor _tablet = null!;

    [SetUp]
    public async Task SignInTwice()
    {
        (_phone, _tablet) = (new Visitor(Server.Address), new Visitor(Server.Address));
        await _phone.Register(Ann);
        await _tablet.Login(Ann);
    }

    [TearDown]
    public void GoAway()
    {
        _phone.Dispose();
        _tablet.Dispose();
    }

    [Test]
    public async Task A_refresh_token_changes_at_each_use_and_the_new_ones_work()
    {
        var seen = new HashSet<string> { _phone.Cookie! };
        for (var turn = 0; turn < 5; turn++)
        {
            (await _phone.Refresh()).Status.ShouldBe(200);
            seen.Add(_phone.Cookie!).ShouldBeTrue();
            (await _phone.Get("/api/account")).Status.ShouldBe(200);
        }
    }

    [Test]
    public async Task Twelve_tabs_that_refresh_at_once_all_get_the_same_successor()
    {
        var tabs = Enumerable.Range(0, 12).Select(_ => _phone.Twin()).ToList();
        var answers = await Task.WhenAll(tabs.Select(tab => tab.Refresh()));
        answers.Select(answer => answer.Status).ShouldAllBe(status => status == 200);
        tabs.Select(tab => tab.Cookie).Distinct().Count().ShouldBe(1);
        tabs[0].Cookie.ShouldNotBe(_phone.Cookie);
        (await tabs[0].Refresh()).Status.ShouldBe(200);
    }

    [TestCase(null)]
    [TestCase("nonsense")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_a_refresh_token_of_ours_nobody_gets_in(string? cookie)
    {
        _phone.Cookie = cookie;
        (await _phone.Refresh()).Slug.ShouldBe("unauthenticated");
        _phone.Cookie = _phone.Token!.Split('.')[^1];
        (await _phone.Refresh()).Slug.ShouldBe("unauthenticated");
    }

    [Test]
    public async Task An_ended_session_reads_and_writes_nothing_from_that_moment_on_in_any_process()
    {
        using var twin = new Server(Database);
        await twin.Start();
        using var elsewhere = new Visitor(twin.Address) { Token = _tablet.Token };
        (await elsewhere.Get("/api/history")).Status.ShouldBe(200);
        var sessions = (await _phone.Get("/api/account/sessions")).Json["items"]!.AsArray();
        var other = sessions.Single(session => !session!["current"]!.GetValue<bool>())!["id"]!.GetValue<string>();
        (await _phone.Send(HttpMethod.Delete, $"/api/account/sessions/{other}")).Status.ShouldBe(204);
        foreach (var tablet in new[] { _tablet, elsewhere })
        {
            foreach (var path in new[] { "/api/account", "/api/workouts/current", "/api/events", "/api/history", "/api/exercises", "/api/account/sessions" })
            {
                (await tablet.Get(path)).Slug.ShouldBe("unauthenticated", path);
            }

            (await tablet.Post("/api/workouts")).Status.ShouldBe(401);
            (await tablet.Post("/api/voice/interpret", """{"transcript":"start workout"}""")).Status.ShouldBe(401);
        }

        twin.Output.ShouldNotContain("SessionEnded");
        (await _tablet.Refresh()).Status.ShouldBe(401);
        (await _phone.Get("/api/workouts/current")).Status.ShouldBe(204);
    }

    [Test]
    public async Task Sessions_of_others_can_not_be_ended()
    {
        using var eve = new Visitor(Server.Address);
        await eve.Register("eve@example.com");
        var mine = (await _phone.Get("/api/account/sessions")).Json["items"]![0]!["id"]!.GetValue<string>();
        (await eve.Send(HttpMethod.Delete, $"/api/account/sessions/{mine}")).Slug.ShouldBe("not-found");
        (await _tablet.Get("/api/account")).Status.ShouldBe(200);
    }

    [Test]
    public async Task Logging_out_ends_this_session_and_clears_its_cookie()
    {
        var cookie = _phone.Cookie;
        (await _phone.Post("/api/account/logout")).Status.ShouldBe(204);
        _phone.SetCookie.ShouldContain("expires=Thu, 01 Jan 1970", Case.Insensitive);
        _phone.Cookie = cookie;
        (await _phone.Refresh()).Status.ShouldBe(401);
        (await _phone.Get("/api/account")).Status.ShouldBe(401);
        (await _tablet.Get("/api/account")).Status.ShouldBe(200);
    }

    [TestCase("?onlyOthers=true", 200)]
    [TestCase("", 401)]
    public async Task All_sessions_or_all_others_end_at_once(string query, int mine)
    {
        (await _phone.Send(HttpMethod.Delete, "/api/account/sessions" + query)).Status.ShouldBe(204);
        (await _phone.Get("/api/account")).Status.ShouldBe(mine);
        (await _tablet.Get("/api/account")).Status.ShouldBe(401);
    }

    [Test]
    public async Task A_new_password_ends_the_other_sessions_and_needs_the_old_one()
    {
        (await Change(Passwords.Other, "five green kettlebells")).Json["errors"]!["currentPassword"].ShouldNotBeNull();
        (await _tablet.Get("/api/account")).Status.ShouldBe(200);
        var key = Guid.NewGuid();
        var changed = await Change(Passwords.Good, Passwords.Other, key);
        changed.Status.ShouldBe(200);
        (await Change(Passwords.Good, Passwords.Other, key)).Replayed.ShouldBeTrue();
        (await _phone.Get("/api/account")).Status.ShouldBe(200);
        (await _tablet.Get("/api/account")).Status.ShouldBe(401);
        (await _tablet.Login(Ann)).Status.ShouldBe(401);
        (await _tablet.Login(Ann, Passwords.Other)).Status.ShouldBe(200);
    }

    [Test]
    public async Task Without_a_mail_server_a_new_address_counts_at_once()
    {
        var answer = await _phone.Send(HttpMethod.Put, "/api/account/email", """{"email":"new@example.com"}""");
        answer.Json["email"]!.GetValue<string>().ShouldBe("new@example.com");
        answer.Json["emailConfirmed"]!.GetValue<bool>().ShouldBeFalse();
        (await _tablet.Login("new@example.com")).Status.ShouldBe(200);
        (await _tablet.Login(Ann)).Status.ShouldBe(401);
        using var other = new Visitor(Server.Address);
        await other.Register(Ann);
        (await _phone.Send(HttpMethod.Put, "/api/account/email", $$"""{"email":"{{Ann}}"}""")).Slug.ShouldBe("email-taken");
    }

    [TestCase("""{"token":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","newPassword":"six white kettlebells"}""", "/api/account/password/reset")]
    [TestCase("""{"token":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""", "/api/account/email/confirm")]
    public async Task A_link_that_was_never_mailed_does_nothing(string body, string path)
    {
        var answer = await _phone.Post(path, body);
        (answer.Status, answer.Slug).ShouldBe((400, "link-expired"));
    }

    private Task<Answer> Change(string from, string to, Guid? key = null) =>
        _phone.Send(HttpMethod.Put, "/api/account/password", $$"""{"currentPassword":"{{from}}","newPassword":"{{to}}"}""", key);
}
