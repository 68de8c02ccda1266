using System.ComponentModel.DataAnnotations;
using MailKit.Security;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>Section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    public const string NobodyAddress = "no-reply@matchmaking.invalid";

    [Required, EmailAddress]
    public string From { get; init; } = NobodyAddress;
}

/// <summary>Section <c>Mail:Smtp</c>; read only when <c>Mail:Sender</c> is <c>Smtp</c>.</summary>
public sealed class SmtpOptions
{
    [Required]
    public string? Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary><c>StartTls</c> suits port 587, <c>SslOnConnect</c> 465; <c>None</c> is for a mail catcher beside the site.</summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.StartTls;

    /// <summary>Without a user name, no credentials are sent.</summary>
    public string? UserName { get; init; }

    public string? Password { get; init; }

    [Range(1, 300)]
    public int TimeoutSeconds { get; init; } = 30;
}
