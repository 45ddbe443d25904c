using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Api.Endpoints;

/// <summary>What a caller may say about a file.</summary>
/// <param name="DryRun">Only answer what importing it would do.</param>
/// <param name="TimeZone">Where the file's wall clocks hung; the account's time zone when left out.</param>
/// <param name="WeightUnit">kg or lb: the unit of weights that the file gives none for.</param>
/// <param name="DistanceUnit">m, km, mi or yd: the unit of distances that the file gives none for.</param>
/// <param name="Undust">Take converted weights as the even ones they were.</param>
/// <param name="Mapping">A JSON object from the file's names of exercises to exercise ids; a form may hold it as a field instead.</param>
internal sealed record ImportChoices(
    bool? DryRun, string? TimeZone, string? WeightUnit, string? DistanceUnit, bool? Undust, string? Mapping);

/// <summary>Takes a CSV file from a request, as its whole body or as a part of a form.</summary>
internal static class ImportUpload
{
    public static async Task<Result<ImportFile>> Read(HttpRequest request, ImportChoices choices, CommandScope scope, CancellationToken cancellationToken)
    {
        var upload = request.HasFormContentType ? await OfForm(request, cancellationToken) : await OfBody(request, cancellationToken);
        if (!upload.IsOk)
        {
            return upload.Error;
        }

        var (file, field) = upload.Value;
        // A form sent again has another boundary: what counts is the file.
        scope.Fingerprint = Fingerprint(request, file, field);
        return Choose(file, choices, Mapping(field ?? choices.Mapping));
    }

    private static Result<ImportFile> Choose(byte[] file, ImportChoices choices, Dictionary<string, string>? mapping)
    {
        var (weight, distance) = (Unit<WeightUnit>(choices.WeightUnit), Unit<DistanceUnit>(choices.DistanceUnit));
        return mapping is null ? ValidationError.Of("mapping", "A mapping is a JSON object from names in the file to exercise ids.")
            : choices.WeightUnit is not null && weight is null ? ValidationError.Of("weightUnit", "A unit of weight is kg or lb.")
            : choices.DistanceUnit is not null && distance is null ? ValidationError.Of("distanceUnit", "A unit of distance is m, km, mi or yd.")
            : new ImportFile(file, choices.DryRun ?? false, choices.TimeZone, weight, distance, choices.Undust ?? false, mapping);
    }

    // As JSON spells them; the framework would want the names of the code.
    private static TUnit? Unit<TUnit>(string? name)
        where TUnit : struct, Enum =>
        Enum.GetValues<TUnit>().Where(unit => JsonNamingPolicy.CamelCase.ConvertName(unit.ToString()) == name).Select(unit => (TUnit?)unit).FirstOrDefault();

    private static async Task<Result<Upload>> OfBody(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType is not { } type || !type.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase))
        {
            return new NotCsv();
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return new Upload(body.ToArray(), null);
    }

    private static async Task<Result<Upload>> OfForm(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.ContentType!.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new NotCsv();
        }

        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            if (form.Files is not [var part, ..])
            {
                return ValidationError.Of("file", "Put the CSV file into a part of the form named file.");
            }

            using var content = new MemoryStream();
            await part.CopyToAsync(content, cancellationToken);
            return new Upload(content.ToArray(), form["mapping"] is [var mapping, ..] ? mapping : null);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return ValidationError.Of("file", "The form is cut off or has no boundary.");
        }
    }

    private static Dictionary<string, string>? Mapping(string? json)
    {
        try
        {
            return json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Fingerprint(HttpRequest request, byte[] file, string? mapping)
    {
        var target = Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{mapping}\n");
        return Convert.ToHexString(SHA256.HashData([.. target, .. SHA256.HashData(file)]));
    }

    private sealed record Upload(byte[] File, string? Mapping);

    private sealed record NotCsv() : Error("unsupported-media-type", "Send the file as text/csv, or as a part of multipart/form-data.");
}
