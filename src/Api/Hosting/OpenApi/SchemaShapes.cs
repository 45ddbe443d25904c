using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Api.Hosting.OpenApi;

/// <summary>Schemas of what our own converters write, which the framework cannot see into.</summary>
internal static class SchemaShapes
{
    private static readonly Dictionary<Type, Action<OpenApiSchema>> Shapes = new()
    {
        [typeof(string)] = schema => schema.Type = JsonSchemaType.String,
        [typeof(DateTimeOffset)] = schema => (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time"),
        [typeof(Reps)] = schema => Number(schema, JsonSchemaType.Integer),
        [typeof(SetDuration)] = schema => Number(schema, JsonSchemaType.Integer),
        [typeof(Rpe)] = schema => Number(schema, JsonSchemaType.Number),
        [typeof(Load)] = Quantity<WeightUnit>,
        [typeof(Distance)] = Quantity<DistanceUnit>,
        [typeof(ProblemDetails)] = Problem,
    };

    public static async Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (Shapes.TryGetValue(type, out var shape))
        {
            shape(schema);
        }

        if (IsPatch(type))
        {
            await DescribePatch(schema, type.GenericTypeArguments[0], context, cancellationToken);
        }

        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
        }

        if (context.JsonPropertyInfo is { IsGetNullable: true } && schema.Type is { } known && Shapes.ContainsKey(type))
        {
            schema.Type = known | JsonSchemaType.Null;
        }

        await DescribeItems(schema, context, cancellationToken);
        LeaveNullableOut(schema, context.JsonTypeInfo);
    }

    /// <summary>
    /// A schema with a name is the value; that a member may be null is said where it refers to it. Described by way of such a member it had that, too.
    /// Only a member of a change is null by itself.
    /// </summary>
    public static void NameNoNull(OpenApiComponents components)
    {
        foreach (var (name, schema) in components.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (schema is OpenApiSchema named && !name.StartsWith("PatchOf", StringComparison.Ordinal))
            {
                named.Type &= ~JsonSchemaType.Null;
            }
        }
    }

    private static bool IsPatch(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Patch<>);

    // A member of a change is what its value is, or null.
    private static async Task DescribePatch(
        OpenApiSchema schema, Type value, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var shape = await context.GetOrCreateSchemaAsync(value, null, cancellationToken);
        (schema.Type, schema.Format, schema.Enum) = (shape.Type | JsonSchemaType.Null, shape.Format, shape.Enum);
        (schema.Properties, schema.Required, schema.Items) = (shape.Properties, shape.Required, shape.Items);
    }

    // What may be null may be left out: a caller must not have to spell every absent member.
    private static void LeaveNullableOut(OpenApiSchema schema, JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsSetNullable || property.IsGetNullable || IsPatch(property.PropertyType)))
        {
            schema.Required?.Remove(property.Name);
        }
    }

    private static async Task DescribeItems(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.ElementType == typeof(VoiceCommand))
        {
            schema.Items = await Command(context, cancellationToken);
        }
        else if (context.JsonTypeInfo.ElementType == typeof(RecordedEvent))
        {
            schema.Items = Event();
        }
        else if (context.JsonTypeInfo.ElementType == typeof(string))
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        }
    }

    private static async Task<OpenApiSchema> Command(OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var commands = typeof(VoiceCommand).GetNestedTypes().Where(type => !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        var members = new SortedDictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var member in commands.SelectMany(type => type.GetProperties()).Where(member => member.Name != nameof(VoiceCommand.IsQuestion)).GroupBy(member => member.Name))
        {
            var shapes = new List<IOpenApiSchema>();
            foreach (var type in member.Select(property => property.PropertyType).DistinctBy(type => Nullable.GetUnderlyingType(type) ?? type))
            {
                shapes.Add(await context.GetOrCreateSchemaAsync(type, null, cancellationToken));
            }

            members[JsonNamingPolicy.CamelCase.ConvertName(member.Key)] = shapes is [var only] ? only : new OpenApiSchema { OneOf = shapes };
        }

        members["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. commands.Select(type => (JsonNode)type.Name)] };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A command, fully resolved: its type, and the members that this type has.",
            Properties = new Dictionary<string, IOpenApiSchema>(members),
            Required = new HashSet<string> { "type" },
        };
    }

    private static OpenApiSchema Event() => Object(
        ("sequence", new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "Gap-free per account, from 1." }),
        ("eventId", Text("uuid")),
        ("commandId", Text("uuid")),
        ("type", Text(null)),
        ("timestamp", Text("date-time")),
        ("schemaVersion", new OpenApiSchema { Type = JsonSchemaType.Integer }),
        ("payload", new OpenApiSchema { Type = JsonSchemaType.Object }));

    private static void Quantity<TUnit>(OpenApiSchema schema)
        where TUnit : struct, Enum
    {
        var units = Enum.GetNames<TUnit>().Select(unit => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(unit));
        var shape = Object(
            ("value", new OpenApiSchema { Type = JsonSchemaType.Number }),
            ("unit", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. units] }));
        (schema.Type, schema.Properties, schema.Required) = (shape.Type, shape.Properties, shape.Required);
    }

    private static void Problem(OpenApiSchema schema)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties["traceId"] = Text(null);
        schema.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "With slug validation: what is wrong, by the request's own member names.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(null) },
        };
    }

    // Value objects travel as bare numbers.
    private static void Number(OpenApiSchema schema, JsonSchemaType type) => (schema.Type, schema.Properties) = (type, null);

    private static OpenApiSchema Text(string? format) => new() { Type = JsonSchemaType.String, Format = format };

    private static OpenApiSchema Object(params (string Name, OpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = members.ToDictionary(member => member.Name, member => (IOpenApiSchema)member.Schema),
        Required = members.Select(member => member.Name).ToHashSet(),
    };
}
