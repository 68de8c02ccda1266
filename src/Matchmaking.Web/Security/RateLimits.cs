using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Matchmaking.Web.Security;

/// <summary>Marks an action that guesses could be tried on: it is limited by the caller's address, and by that together with the account named in the form.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RateLimitedAttribute : Attribute
{
    /// <summary>A form without it is limited by the address alone.</summary>
    public string AccountField { get; init; } = "Email";

    /// <summary>It has a mail written to the account, which is limited by the account alone.</summary>
    public bool SendsMail { get; init; }
}

/// <summary>Section <c>RateLimits</c>: requests a minute.</summary>
public sealed class RateLimitOptions
{
    [Range(1, int.MaxValue)]
    public int PerAddress { get; init; } = 60;

    [Range(1, int.MaxValue)]
    public int PerAccount { get; init; } = 10;

    /// <summary>Mails an hour to one mail address, whoever asks for them.</summary>
    [Range(1, int.MaxValue)]
    public int MailsPerAccount { get; init; } = 5;

    /// <summary>To <c>/api</c>, from one address.</summary>
    [Range(1, int.MaxValue)]
    public int PerApiAddress { get; init; } = 600;

    /// <summary>Searches of people who are not signed in, from one address.</summary>
    [Range(1, int.MaxValue)]
    public int PerVisitorAddress { get; init; } = 240;
}

internal static class RateLimits
{
    /// <summary>Policy of what a page asks for by itself while somebody types.</summary>
    public const string Counting = nameof(Counting);

    private const string Unlimited = "";
    private const int LongestAccount = 254;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<VisitorLimit>();
        services.AddOptions<RateLimitOptions>().BindConfiguration("RateLimits").ValidateDataAnnotations().ValidateOnStart();
        var limits = configuration.GetSection("RateLimits").Get<RateLimitOptions>() ?? new RateLimitOptions();
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                AskForPatience(context.HttpContext.Response, context.Lease);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(Counting, context => Partition($"{Counting} {RemoteAddress(context)}", limits.PerApiAddress));
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(AddressOf(context), limits.PerAddress)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(AccountOf(context), limits.PerAccount)),
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    Partition(MailAccountOf(context), limits.MailsPerAccount, Hour)
                ),
                PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(ApiAddressOf(context), limits.PerApiAddress))
            );
        });
    }

    /// <summary>Reads the form before the limiter asks for the account in it.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        app.Use(
            async (context, next) =>
            {
                if (MarkOf(context) is not null && context.Request.HasFormContentType)
                {
                    try
                    {
                        await context.Request.ReadFormAsync(context.RequestAborted);
                    }
                    catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
                    {
                        context.Response.StatusCode = StatusCodes.Status400BadRequest;
                        return;
                    }
                }

                await next(context);
            }
        );
        app.UseRateLimiter();
    }

    public static void AskForPatience(HttpResponse response, RateLimitLease lease)
    {
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
        {
            response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Whoever has an address of version 6 has 2^64 of them: the first half of it is the caller.</summary>
    public static string RemoteAddress(HttpContext context) =>
        context.Connection.RemoteIpAddress switch
        {
            null => "local",
            { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
            var address => address.ToString(),
        };

    public static RateLimitPartition<string> Partition(string key, int permits) => Partition(key, permits, Minute);

    private static RateLimitPartition<string> Partition(string key, int permits, TimeSpan window) =>
        key == Unlimited
            ? RateLimitPartition.GetNoLimiter(key)
            : RateLimitPartition.GetFixedWindowLimiter(
                key,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }
            );

    private static RateLimitedAttribute? MarkOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<RateLimitedAttribute>();

    private static string AddressOf(HttpContext context) => MarkOf(context) is null ? Unlimited : RemoteAddress(context);

    private static string ApiAddressOf(HttpContext context) => context.Request.IsApi() ? RemoteAddress(context) : Unlimited;

    private static string AccountOf(HttpContext context)
    {
        var account = NamedAccount(context);
        return account.Length == 0 ? Unlimited : $"{AddressOf(context)} {account}";
    }

    private static string MailAccountOf(HttpContext context) =>
        MarkOf(context) is { SendsMail: true } && NamedAccount(context) is { Length: > 0 } account ? $"mail {account}" : Unlimited;

    /// <summary>In the form; empty without one.</summary>
    private static string NamedAccount(HttpContext context)
    {
        if (MarkOf(context) is not { } mark || !context.Request.HasFormContentType)
        {
            return string.Empty;
        }

        var account = context.Request.Form[mark.AccountField].ToString().Trim().ToUpperInvariant();
        return account[..Math.Min(account.Length, LongestAccount)];
    }
}
