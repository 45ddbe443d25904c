using System.Diagnostics;

namespace TitanTrakr.Endurance;

/// <summary>A disk of few megabytes, in memory, to be filled and emptied.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("titan-disk-").FullName;

    /// <summary>Mounts it; where nobody may mount anything the test can't be run.</summary>
    public SmallDisk(int megabytes)
    {
        if (!AsRoot("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0777", "tmpfs", _folder))
        {
            Directory.Delete(_folder);
            Assert.Ignore("A small disk can't be mounted here: that takes root, or sudo without a password.");
        }

        Folder = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
    }

    /// <summary>An empty folder on it.</summary>
    public string Folder { get; }

    private string Filler => Path.Combine(_folder, "filler");

    /// <summary>Takes all the room there is.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // That was the last of it.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        // A process that was on it may still be on its way out.
        SpinWait.SpinUntil(() => AsRoot("umount", _folder), TimeSpan.FromSeconds(30)).ShouldBeTrue();
        Directory.Delete(_folder);
    }

    private static bool AsRoot(params string[] words)
    {
        string[] line = Environment.IsPrivilegedProcess ? words : ["sudo", "-n", .. words];
        using var process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
