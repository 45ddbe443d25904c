namespace TitanTrakr.Api.Planted;

// The host's own types are internal; this one stands in their namespace for a violation to use.
internal sealed class InTheApi;
