using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TitanTrakr.Application.Common;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

public sealed class MailTests
{
    [TestCase("", "Mail \"Set a new password\" not sent: no SMTP configured")]
    [TestCase("127.0.0.1", "Mail \"Set a new password\" not sent: SocketException")]
    public async Task A_mail_that_is_not_sent_is_logged_by_its_subject_alone(string host, string line)
    {
        using var database = new TestDatabase(Provider.Sqlite);
        var log = new Lines();
        // Nobody listens on that port.
        var settings = new Dictionary<string, string?>(database.Settings) { ["Mail:Host"] = host, ["Mail:Port"] = "1", ["Mail:Tls"] = "false" };
        await using var house = new House(settings, services => services.AddSingleton<ILoggerProvider>(log));
        await house.In(async services =>
        {
            await services.GetRequiredService<IEmailSender>()
                .Send(new Email("ann@example.com", "Set a new password", "https://gym.example/#reset=secret"), CancellationToken.None);
            return line;
        });
        log.Written.ShouldBe([line]);
    }

    [Test]
    public async Task A_mail_server_that_takes_connections_and_says_nothing_keeps_nobody_waiting_until_it_is_given_up()
    {
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        using var database = new TestDatabase(Provider.Sqlite);
        await using var house = new House(new Dictionary<string, string?>(database.Settings)
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = $"{((IPEndPoint)deaf.LocalEndpoint).Port}",
        });
        await house.In(async services =>
        {
            await services.GetRequiredService<IEmailSender>().Send(new Email("ann@example.com", "Confirm", "Hello"), CancellationToken.None);
            return 0;
        });
        using var taken = await deaf.AcceptTcpClientAsync();
        var ended = taken.GetStream().ReadAsync(new byte[1]).AsTask();
        await Task.WhenAny(ended, Task.Delay(100));
        ended.IsCompleted.ShouldBeFalse("the mail is still on its way");
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add($"{formatter(state, exception)}{exception}");

        public void Dispose()
        {
        }
    }
}
