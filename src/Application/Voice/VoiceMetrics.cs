using System.Diagnostics.Metrics;
using System.Text.Json;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Application.Voice;

/// <summary>How sentences end, and how long understanding takes. Never what was said.</summary>
internal sealed class VoiceMetrics
{
    private readonly Counter<long> _outcomes = Telemetry.Meter.CreateCounter<long>("voice.outcomes", description: "Sentences by who understood them and how they ended.");
    private readonly Histogram<double> _latency = Telemetry.Meter.CreateHistogram<double>("voice.latency", "ms", "From a sentence's arrival to its answer.");

    /// <summary>Counts an answer and hands it on.</summary>
    public VoiceAnswer Count(VoiceAnswer answer)
    {
        KeyValuePair<string, object?> source = new("source", answer.UnderstoodBy);
        _outcomes.Add(1, source, new("outcome", JsonNamingPolicy.CamelCase.ConvertName(answer.Outcome.ToString())));
        _latency.Record(answer.ElapsedMs, source);
        return answer;
    }
}
