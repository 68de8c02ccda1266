using System.Text.Json.Nodes;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.Web.Security;
using Matchmaking.Web.Security.OpenId;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matchmaking.Web.Api;

/// <summary>The OpenAPI document: what stands under <c>/api</c>, made from the controllers themselves.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string Address = "/openapi/v1.json";

    private const string TokenScheme = "token";
    private const string CookieScheme = "cookie";

    private static readonly Dictionary<string, string> ScopeTexts = new(StringComparer.Ordinal)
    {
        [ApiScopes.PartnersRead] = "See ranked partners",
        [ApiScopes.ListingsRead] = "See own offers and needs, drafts included",
        [ApiScopes.ListingsWrite] = "Write, submit and withdraw own offers and needs",
        [ApiScopes.MeetingsRead] = "See own meetings",
        [ApiScopes.ReviewsRead] = "See the agency's review queue",
    };

    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.AddApiJson());
        return services.AddOpenApi(
            Name,
            options =>
            {
                options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        Describe(document);
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    async (operation, context, cancellationToken) =>
                    {
                        Guard(operation, context);
                        await AddProblemsAsync(operation, context, cancellationToken);
                    }
                );
                options.AddSchemaTransformer(
                    (schema, context, _) =>
                    {
                        var type = context.JsonTypeInfo.Type;
                        if (Array.Exists(type.GetInterfaces(), IsTypedId))
                        {
                            (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
                        }
                        else if (type.IsEnum)
                        {
                            schema.Type = JsonSchemaType.String;
                            schema.Enum = [.. Enum.GetValues(type).Cast<object>().Select(value => (JsonNode)EnumCodes.Of(value))];
                        }

                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    private static bool IsTypedId(Type face) => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ITypedId<>);

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Matchmaking",
            Version = Name,
            Description =
                "For programs of firms and agencies. Errors are application/problem+json with a code and a title in the language of "
                + "Accept-Language (zh-Hans, ko, en). Callers with the site's cookie send the header RequestVerificationToken when they write.",
        };
        // The same document wherever it is read; addresses are relative to it.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [TokenScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow { TokenUrl = Relative(OpenIdAddresses.Token), Scopes = ScopeTexts },
                    AuthorizationCode = new OpenApiOAuthFlow
                    {
                        AuthorizationUrl = Relative(OpenIdAddresses.Authorize),
                        TokenUrl = Relative(OpenIdAddresses.Token),
                        Scopes = ScopeTexts,
                    },
                },
            },
            [CookieScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "matchmaking",
            },
        };
    }

    private static Uri Relative(string address) => new(address, UriKind.Relative);

    private static void Guard(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            return;
        }

        var scopes = metadata.OfType<IAuthorizeData>().Select(data => data.Policy).OfType<string>().Intersect(ApiScopes.All).ToList();
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, context.Document)] = scopes },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(CookieScheme, context.Document)] = [] },
        ];
    }

    /// <summary>Every answer that is no success has the same shape.</summary>
    private static async Task AddProblemsAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(Problem), parameterDescription: null, cancellationToken);
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "What went wrong",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new OpenApiMediaType { Schema = schema },
            },
        };
    }

    /// <summary>The shape of what <see cref="ApiProblem"/> writes.</summary>
    private sealed record Problem(string Title, int Status, string Code, string Reference)
    {
        public IReadOnlyList<ApiFault>? Errors { get; init; }
    }
}
