using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace TitanTrakr.Web.Tests;

/// <summary>
/// What lies between a phone and the host, at its worst: it loses answers, refuses, and answers for others. It also stands in for the way in:
/// a browser that is killed soon after it got its cookies may come back without them, and what is tested is the log.
/// </summary>
internal sealed class FaultyNetwork
{
    private static readonly string[] Faults = ["slow", "lost", "html", "401", "413", "429", "500", "409", "503", "json", "none"];

    private readonly HashSet<string> _shown = [];
    private string _tokens = "";
    private int _turn;
    private TaskCompletionSource? _taken;

    /// <summary>There is none.</summary>
    public bool IsDown { get; set; }

    /// <summary>Each batch of commands meets the next fault.</summary>
    public bool IsFaulty { get; set; }

    /// <summary>The faults that have not had their turn.</summary>
    public IEnumerable<string> NotShown => Faults.Except(_shown);

    /// <summary>The phone's access token.</summary>
    public string Token => JsonNode.Parse(_tokens)!["accessToken"]!.GetValue<string>();

    /// <summary>Stands between this phone and the host.</summary>
    public async Task Stand(IBrowserContext phone)
    {
        await phone.RouteAsync("**/api/**", route => IsDown ? route.AbortAsync("internetdisconnected") : route.FallbackAsync());
        await phone.RouteAsync("**/api/account/guest", route => IsDown ? route.FallbackAsync() : Begin(route));
        await phone.RouteAsync("**/api/account/refresh", route => IsDown ? route.FallbackAsync() : Json(route, 200, _tokens));
        await phone.RouteAsync("**/api/events", route => IsDown || route.Request.Method != "POST" ? route.FallbackAsync() : Send(route));
    }

    /// <summary>The next batch reaches the host, and no answer the phone. Done when the host has it.</summary>
    public Task TakeAndKeepSilent()
    {
        _taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _taken.Task;
    }

    private async Task Begin(IRoute route)
    {
        var answer = await route.FetchAsync();
        _tokens = await answer.TextAsync();
        await route.FulfillAsync(new RouteFulfillOptions { Response = answer });
    }

    private async Task Send(IRoute route)
    {
        if (_taken is { } taken)
        {
            await route.FetchAsync();
            _taken = null;
            taken.SetResult();
            return;
        }

        var fault = IsFaulty ? Faults[_turn % Faults.Length] : "none";
        var commands = JsonNode.Parse(route.Request.PostData!)!["commands"]!.AsArray().Count;
        // What is refused alone is refused for good, and waits for the lifter: the tests of the queue have that.
        if (fault is "413" or "409" && commands == 1)
        {
            fault = "none";
        }
        else
        {
            _turn++;
            _shown.Add(fault);
        }

        await Meet(route, fault);
    }

    private static async Task Meet(IRoute route, string fault)
    {
        switch (fault)
        {
            case "none":
                await route.ContinueAsync();
                break;
            case "slow":
                await Task.Delay(700);
                await route.ContinueAsync();
                break;
            case "lost":
                await route.FetchAsync();
                await route.AbortAsync();
                break;
            case "html":
                await route.FulfillAsync(new RouteFulfillOptions { Status = 200, ContentType = "text/html", Body = "<h1>Welcome to the gym's network</h1>" });
                break;
            case "json":
                await Json(route, 200, """{"loggedIn": false}""");
                break;
            default:
                await Json(route, int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture), "{}");
                break;
        }
    }

    private static Task Json(IRoute route, int status, string body) =>
        route.FulfillAsync(new RouteFulfillOptions { Status = status, ContentType = "application/json", Body = body });
}
