using System.Net;
using System.Net.Sockets;

namespace TitanTrakr.Api.Hosting.Safety;

/// <summary>Whom a limit per address counts.</summary>
internal static class ClientAddress
{
    /// <summary>The address that the request came from; of IPv6 the /64, as that is what one household has.</summary>
    public static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]).ToString()
            : address.ToString();
    }
}
