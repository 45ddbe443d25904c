using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>The host inside the test's process, on a clock that the test sets, with a mail server that keeps what it is given.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public abstract class ClockedTest(Provider provider)
{
    private protected const string Ann = "ann@example.com";
    private WebApplicationFactory<Program> _host = null!;

    private protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));

    private protected TestDatabase Database { get; private set; } = null!;

    private protected MailBox Mail { get; private set; } = null!;

    private protected IServiceProvider Services => _host.Services;

    [OneTimeSetUp]
    public void Open()
    {
        (Database, Mail) = (new TestDatabase(provider), new MailBox());
        _host = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseContentRoot(Database.Home);
            foreach (var (key, value) in Database.Settings.Concat(Mail.Settings))
            {
                web.UseSetting(key, value);
            }

            web.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        });
        _host.CreateClient().Dispose();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _host.DisposeAsync();
        await Mail.DisposeAsync();
        Database.Dispose();
    }

    [SetUp]
    public Task Empty() => Database.Empty();

    private protected HttpClient Client() => _host.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false });

    private protected async Task<Visitor> Registered(string email = Ann)
    {
        var visitor = new Visitor(Client());
        (await visitor.Register(email)).Status.ShouldBe((int)HttpStatusCode.Created);
        return visitor;
    }
}
