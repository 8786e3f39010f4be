using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Gouvernail.Server.Consult.Facilitation;

/// <summary>The dark squares of a QR code (ISO/IEC 18004, level M) as one path: a rectangle for each run in a row.
/// </summary>
/// <param name="Size">Squares on a side, the quiet border included.</param>
/// <param name="Path">The path.</param>
internal sealed record QrPath(int Size, string Path)
{
    /// <summary>The code of a text.</summary>
    public static QrPath Of(string text)
    {
        using QRCodeData data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        List<BitArray> rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (int y = 0; y < rows.Count; y++)
        {
            for (int x = 0; x < rows.Count; x++)
            {
                int start = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1H{start}z");
                }
            }
        }

        return new QrPath(rows.Count, path.ToString());
    }
}
