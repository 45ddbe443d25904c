using BenchmarkDotNet.Running;
using TitanTrakr.Voice.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(GrammarBenchmarks).Assembly).Run(args);
