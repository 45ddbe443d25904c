using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace TitanTrakr.Web.Tests;

/// <summary>Passkeys in Debian's Chromium with its virtual authenticator, from a page's own script.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class PasskeyTests
{
    private const string Calls =
        """
        window.call = async (method, path, body, token) => {
          const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
          const reply = await fetch('/api/account' + path, { method, headers, body: body && JSON.stringify(body) });
          return { status: reply.status, json: reply.headers.get('Content-Type')?.includes('json') ? await reply.json() : null };
        };
        window.make = async (token, name) => {
          const options = await call('POST', '/passkeys/creation-options', {}, token);
          const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.json);
          const credential = (await navigator.credentials.create({ publicKey })).toJSON();
          return call('POST', '/passkeys', { credential, name }, token);
        };
        window.prove = async () => {
          const options = await call('POST', '/login/passkey/options', {});
          const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.json);
          return { credential: (await navigator.credentials.get({ publicKey })).toJSON() };
        };
        'what an evaluation ends with is called if it is a function: this is none';
        """;

    private IBrowserContext _context = null!;
    private IPage _page = null!;

    [SetUp]
    public async Task Sit()
    {
        _context = await Browsing.Browser.NewContextAsync();
        _page = await _context.NewPageAsync();
        // A page of this origin that has no script of its own to get in the way.
        await _page.GotoAsync(new Uri(Browsing.Address, "/health/live").ToString());
        var devtools = await _page.Context.NewCDPSessionAsync(_page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
            },
        });
        await _page.EvaluateAsync(Calls);
    }

    [TearDown]
    public Task Leave() => _context.CloseAsync();

    [Test]
    public async Task A_guest_gets_an_account_by_a_passkey_and_signs_in_without_a_name()
    {
        var seen = await Run(
            """
            async () => {
              const guest = await call('POST', '/guest', {});
              const token = guest.json.accessToken;
              const made = await make(token, 'This laptop');
              const again = await call('GET', '', null, token);
              const signedIn = await call('POST', '/login/passkey', await prove());
              const refreshed = await call('POST', '/refresh', {});
              return { guest, made, again, signedIn, refreshed };
            }
            """);
        Status(seen, "made").ShouldBe(201);
        seen["made"]!["json"]!["name"]!.GetValue<string>().ShouldBe("This laptop");
        seen["again"]!["json"]!["isGuest"]!.GetValue<bool>().ShouldBeFalse();
        Status(seen, "signedIn").ShouldBe(200);
        Account(seen, "signedIn").ShouldBe(Account(seen, "guest"));
        // Chromium keeps a Secure cookie of plain http on localhost, and sends it.
        Status(seen, "refreshed").ShouldBe(200);
        Account(seen, "refreshed").ShouldBe(Account(seen, "guest"));
    }

    [Test]
    public async Task A_replayed_assertion_or_registration_is_refused()
    {
        var seen = await Run(
            """
            async () => {
              const token = (await call('POST', '/guest', {})).json.accessToken;
              await make(token, 'One');
              const proof = await prove();
              const first = await call('POST', '/login/passkey', proof);
              const second = await call('POST', '/login/passkey', proof);
              const registered = await call('POST', '/passkeys', proof, token);
              const bent = await prove();
              bent.credential.response.signature = bent.credential.response.signature.replace(/.$/, c => c === 'A' ? 'B' : 'A');
              bent.credential.response.authenticatorData = bent.credential.response.authenticatorData.replace(/^./, c => c === 'A' ? 'B' : 'A');
              return { first, second, registered, bent: await call('POST', '/login/passkey', bent), proof: JSON.stringify(proof) };
            }
            """);
        Status(seen, "first").ShouldBe(200);
        Status(seen, "second").ShouldBe(401);
        Status(seen, "registered").ShouldBe(400);
        Status(seen, "bent").ShouldBe(401);
        using var client = new HttpClient { BaseAddress = Browsing.Address };
        using var body = new StringContent(seen["proof"]!.GetValue<string>(), Encoding.UTF8, "application/json");
        (await client.PostAsync("/api/account/login/passkey", body)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task Passkeys_are_listed_renamed_and_removed_but_the_last_way_in_stays()
    {
        var seen = await Run(
            """
            async () => {
              const token = (await call('POST', '/guest', {})).json.accessToken;
              const made = await make(token, null);
              const id = made.json.id;
              const renamed = await call('PATCH', '/passkeys/' + id, { name: 'Laptop' }, token);
              const listed = await call('GET', '/passkeys', null, token);
              const kept = await call('DELETE', '/passkeys/' + id, null, token);
              const eve = (await call('POST', '/guest', {})).json.accessToken;
              const stolen = await call('DELETE', '/passkeys/' + id, null, eve);
              window.token = token;
              window.passkey = id;
              return { made, renamed, listed, kept, stolen };
            }
            """);
        var email = $"{Guid.NewGuid():N}@example.com";
        (await _page.EvaluateAsync<int>("async (email) => (await call('PUT', '/email', { email }, token)).status", email)).ShouldBe(200);
        (await _page.EvaluateAsync<int>("async (secret) => (await call('POST', '/email/confirm', { token: secret }, token)).status", Browsing.Mail.Secret(email, "confirm")))
            .ShouldBeInRange(200, 204);
        var left = await Run(
            """
            async () => {
              const password = await call('PUT', '/password', { newPassword: 'three red kettlebells' }, token);
              const removed = await call('DELETE', '/passkeys/' + passkey, null, token);
              return { password, removed, gone: await call('POST', '/login/passkey', await prove()) };
            }
            """);
        seen["made"]!["json"]!["name"]!.GetValue<string>().ShouldBe("Passkey");
        Status(seen, "renamed").ShouldBe(200);
        seen["listed"]!["json"]!["items"]!.AsArray().Select(passkey => passkey!["name"]!.GetValue<string>()).ShouldBe(["Laptop"]);
        Status(seen, "kept").ShouldBe(409);
        Status(seen, "stolen").ShouldBe(404);
        Status(left, "password").ShouldBe(200);
        Status(left, "removed").ShouldBe(204);
        Status(left, "gone").ShouldBe(401);
    }

    private async Task<JsonNode> Run(string script) => JsonNode.Parse((await _page.EvaluateAsync(script))!.Value.GetRawText())!;

    private static int Status(JsonNode seen, string step) => seen[step]!["status"]!.GetValue<int>();

    private static string Account(JsonNode seen, string step) => seen[step]!["json"]!["account"]!["id"]!.GetValue<string>();
}
