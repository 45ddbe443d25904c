namespace TitanTrakr.Api.Hosting;

/// <summary>On a route whose answer has no smaller part to ask for: where the same is to be had in pages, said when it is too large.</summary>
internal sealed record InParts(string Where);
