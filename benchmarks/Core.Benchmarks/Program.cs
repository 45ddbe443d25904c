using BenchmarkDotNet.Running;
using TitanTrakr.Core.Benchmarks;

// What a set costs before any database: dotnet run -c Release --project benchmarks/Core.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(LogSetBenchmarks).Assembly).Run(args);
