using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Behaviours;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Templates;
using TitanTrakr.Application.Voice;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application;

/// <summary>The application's door: mediator, pipeline and modules.</summary>
public static class ApplicationModule
{
    /// <summary>Registers every use case of this assembly with its validators and behaviours.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddScoped<CommandScope>();
        services.AddScoped<EventRecorder>();
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        AddUseCases(services);
        AddBehaviours(services);
        return services.AddAccountsModule().AddWorkoutsModule().AddHistoryModule().AddExercisesModule().AddTemplatesModule().AddVoiceModule().AddExchangeModule();
    }

    // One pass, at every start: use cases and their validators stand at the top of their files. A handler is asked for once a request: the scope
    // would keep it, in a dictionary that grows with each.
    private static void AddUseCases(IServiceCollection services)
    {
        foreach (var type in typeof(CommandScope).Assembly.GetTypes())
        {
            if (type.IsNested || type.IsAbstract || type.IsGenericTypeDefinition)
            {
                continue;
            }

            foreach (var service in type.GetInterfaces())
            {
                if (LifetimeOf(service) is { } lifetime)
                {
                    services.Add(new ServiceDescriptor(service, type, lifetime));
                }
            }
        }
    }

    private static ServiceLifetime? LifetimeOf(Type service) => !service.IsGenericType ? null
        : service.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) ? ServiceLifetime.Transient
        : service.GetGenericTypeDefinition() == typeof(IValidator<>) ? ServiceLifetime.Singleton
        : null;

    // Closed by hand, request by request: the container can't close IPipelineBehavior<,> over the T inside Result<T>.
    private static void AddBehaviours(IServiceCollection services)
    {
        Type[] requests = [.. services.Select(service => service.ServiceType).Where(IsHandler)];
        foreach (var request in requests)
        {
            var (requestType, answer) = (request.GenericTypeArguments[0], request.GenericTypeArguments[1]);
            var value = answer.GenericTypeArguments[0];
            // Who only reads is given nothing of what writes.
            var last = requestType.IsAssignableTo(typeof(ICommand<>).MakeGenericType(value)) ? typeof(TransactionBehaviour<,>) : typeof(AccountBehaviour<,>);
            foreach (var behaviour in (Type[])[typeof(LoggingBehaviour<,>), typeof(ValidationBehaviour<,>), last])
            {
                services.AddTransient(typeof(IPipelineBehavior<,>).MakeGenericType(requestType, answer), behaviour.MakeGenericType(requestType, value));
            }
        }
    }

    private static bool IsHandler(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
        && type.GenericTypeArguments[1] is { IsGenericType: true } answer && answer.GetGenericTypeDefinition() == typeof(Result<>);
}
