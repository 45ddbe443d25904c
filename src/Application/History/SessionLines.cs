using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Domain.History;

namespace TitanTrakr.Application.History;

/// <summary>
/// Sessions of an exercise as they are served, newest first, a line each: <c>ticks:id json</c>. Where a page ends is found without reading
/// JSON, which has no line ends.
/// </summary>
public static class SessionLines
{
    // Sessions stay the same while a rebuild adds others beside them.
    private static readonly ConditionalWeakTable<Session, byte[]> Written = [];

    /// <summary>The lines of sessions, newest first.</summary>
    public static byte[] Write(IEnumerable<Session> sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        var lines = new ArrayBufferWriter<byte>();
        foreach (var session in sessions)
        {
            lines.Write(Written.GetValue(session, Line));
        }

        return lines.WrittenSpan.ToArray();
    }

    /// <summary>The sessions in such lines.</summary>
    public static IEnumerable<ServedItem> Read(ReadOnlyMemory<byte> lines)
    {
        while (lines.Length > 0)
        {
            var end = lines.Span.IndexOf((byte)'\n');
            yield return Item(lines[..end]);
            lines = lines[(end + 1)..];
        }
    }

    private static byte[] Line(Session session) =>
    [
        .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{session.StartedAt.UtcTicks}:{session.WorkoutId:N} ")),
        .. ServedJson.Bytes(ExerciseSession.Of(session)),
        (byte)'\n',
    ];

    private static ServedItem Item(ReadOnlyMemory<byte> line)
    {
        var span = line.Span;
        return Utf8Parser.TryParse(span, out long ticks, out var at) && Utf8Parser.TryParse(span[(at + 1)..], out Guid id, out var length, 'N')
            ? new ServedItem(new DateTimeOffset(ticks, TimeSpan.Zero), id, line[(at + length + 2)..])
            : throw new FormatException("A line begins with its place in history.");
    }
}
