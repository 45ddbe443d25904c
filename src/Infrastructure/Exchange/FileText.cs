using System.Text;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Infrastructure.Exchange;

/// <summary>A file's bytes as text: UTF-8 with or without a byte-order mark, UTF-16 with one. Everything else is named.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Little = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Big = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    public static Result<string> Decode(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\u0003\u0004"u8) || file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return new ImportUnreadable(1, "this is an archive or an Excel workbook. Export it as CSV.");
        }

        var (encoding, mark) = file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? (Little, 2)
            : file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Big, 2)
            : ((Encoding)Utf8, file.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0);
        return Decode(file[mark..], encoding);
    }

    private static Result<string> Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var at
                ? new ImportUnreadable(LineOf(text.AsSpan(0, at)), "text was expected, not NUL bytes. Save the file as CSV in UTF-8.")
                : text;
        }
        catch (DecoderFallbackException odd)
        {
            var before = Encoding.Latin1.GetString(bytes[..Math.Clamp(odd.Index, 0, bytes.Length)]);
            return new ImportUnreadable(LineOf(before), "UTF-8 was expected, but a byte is none of it. Save the file as CSV in UTF-8.");
        }
    }

    private static int LineOf(ReadOnlySpan<char> before) => before.Count('\n') + 1;
}
