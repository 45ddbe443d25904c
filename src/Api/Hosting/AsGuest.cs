namespace TitanTrakr.Api.Hosting;

/// <summary>Marks a route that anybody may call and where the token of a guest still says whose guest it is.</summary>
internal sealed class AsGuest;
