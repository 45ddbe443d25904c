using TitanTrakr.Api.Hosting;

return await Verbs.Run(args);

/// <summary>Named so that tests can start the host.</summary>
public sealed partial class Program
{
    private Program()
    {
    }
}
