using System.Text.Json.Serialization;

namespace TitanTrakr.Application.Common.Json;

/// <summary>How value objects are written, the same on the wire and in the store.</summary>
public static class ValueObjectConverters
{
    /// <summary>Adds a converter for each.</summary>
    public static void AddTo(IList<JsonConverter> converters)
    {
        ArgumentNullException.ThrowIfNull(converters);
        converters.Add(new RepsConverter());
        converters.Add(new RpeConverter());
        converters.Add(new SetDurationConverter());
        converters.Add(new LoadConverter());
        converters.Add(new DistanceConverter());
    }
}
