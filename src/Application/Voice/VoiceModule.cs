using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>The module's door.</summary>
public static class VoiceModule
{
    /// <summary>Registers what the use cases of this module share.</summary>
    public static IServiceCollection AddVoiceModule(this IServiceCollection services) => services
        .AddSingleton<ExerciseIndexes>().AddSingleton<VoiceMetrics>()
        .AddScoped<Situations>().AddScoped<Conversation>().AddScoped<Understanding>().AddScoped<ModelBudget>()
        .AddTransient<VoiceApplier>().AddScoped<VoiceAnswers>().AddScoped<ExerciseAnswers>().AddScoped<MuscleAnswers>().AddScoped<BodyAnswers>().AddScoped<VoiceReplies>()
        .AddScoped<AliasLearner>().AddScoped<AliasProjector>().AddScoped<IProjector>(provider => provider.GetRequiredService<AliasProjector>()).AddScoped<INotificationHandler<SetMoved>, LearnFromMovedSet>();
}
