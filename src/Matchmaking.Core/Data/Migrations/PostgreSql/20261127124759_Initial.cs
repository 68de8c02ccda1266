using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Matchmaking.Core.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Agencies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Country = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Names_En = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Names_Ko = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Names_Zh = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agencies", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ActingAs = table.Column<Guid>(type: "uuid", nullable: true),
                    IsAdministrator = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    NormalizedUserName = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true,
                        collation: "C"
                    ),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PhoneNumber = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Action = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Detail = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Companies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Country = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    RegistrationNumber = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: true, collation: "C"),
                    ExternalReference = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: true,
                        collation: "C"
                    ),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ProfileRevision = table.Column<int>(type: "integer", nullable: false),
                    ProfileChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ProfileChangedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    MembersRevision = table.Column<int>(type: "integer", nullable: false),
                    IndexVersion = table.Column<long>(type: "bigint", nullable: false),
                    Contact_Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    Contact_Person = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Contact_Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Profile_About = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    Profile_AboutLanguage = table.Column<string>(
                        type: "character varying(32)",
                        maxLength: 32,
                        nullable: false,
                        collation: "C"
                    ),
                    Profile_Region = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    Profile_Sector = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Profile_Website = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Profile_Names_En = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "C"
                    ),
                    Profile_Names_Ko = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "C"
                    ),
                    Profile_Names_Zh = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "C"
                    ),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Companies", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ExposureMeasurements",
                columns: table => new
                {
                    Country = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    MeasuredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Factors = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExposureMeasurements", x => x.Country);
                }
            );

            migrationBuilder.CreateTable(
                name: "IndexRebuilds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AskedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Written = table.Column<int>(type: "integer", nullable: false),
                    IsCancelAsked = table.Column<bool>(type: "boolean", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    Problem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexRebuilds", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "OpenIddictApplications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    ClientId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    ClientSecret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClientType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    ConsentType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    DisplayName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DisplayNames = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    JsonWebKeySet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Permissions = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PostLogoutRedirectUris = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Properties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RedirectUris = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Requirements = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Settings = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictApplications", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "OpenIddictScopes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Descriptions = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DisplayName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DisplayNames = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Properties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Resources = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictScopes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Handler = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Payload = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    ProcessedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "PhantomAttempts",
                columns: table => new
                {
                    Address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    LastAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhantomAttempts", x => x.Address);
                }
            );

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "SaveReceipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SaveReceipts", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "SigningKeys",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    SignsFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SigningKeys", x => x.Number);
                }
            );

            migrationBuilder.CreateTable(
                name: "TermEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Concept = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Words = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Former = table.Column<string[]>(type: "text[]", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AppliedVersion = table.Column<long>(type: "bigint", nullable: false),
                    Content_En = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_HsCodes = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_Ko = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Content_Sector = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Content_Zh = table.Column<string[]>(type: "text[]", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TermEntries", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "WorkerLeases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Holder = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Epoch = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkerLeases", x => x.Name);
                }
            );

            migrationBuilder.CreateTable(
                name: "Expos",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ShownDraft = table.Column<int>(type: "integer", nullable: true),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Profile_FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Profile_Hall = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Profile_LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Profile_MaxMeetings = table.Column<int>(type: "integer", nullable: true),
                    Profile_MinMeetings = table.Column<int>(type: "integer", nullable: false),
                    Profile_Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Profile_PreferencesUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Profile_Requests = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Profile_ScheduleUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Profile_Scheduling = table.Column<string>(
                        type: "character varying(32)",
                        maxLength: 32,
                        nullable: false,
                        collation: "C"
                    ),
                    Profile_Names_En = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false,
                        collation: "C"
                    ),
                    Profile_Names_Ko = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false,
                        collation: "C"
                    ),
                    Profile_Names_Zh = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false,
                        collation: "C"
                    ),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Expos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Expos_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table
                        .Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimValue = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    ProviderKey = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AspNetUserTokens",
                        x => new
                        {
                            x.UserId,
                            x.LoginProvider,
                            x.Name,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CompanyEvidence",
                columns: table => new
                {
                    Id = table
                        .Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Claim = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    CheckedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Revocation = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompanyEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CompanyEvidence_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    InvitedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Listings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ExternalReference = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: true,
                        collation: "C"
                    ),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ReturnReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SubmittedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Content_Capacity = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "C"
                    ),
                    Content_Certificates = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_HsCodes = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_Language = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Content_MinimumOrder = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "C"
                    ),
                    Content_Modes = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_Regions = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_StruckConcepts = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    Content_Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Content_ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Listings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: true),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Role = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    JoinedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Memberships_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id"
                    );
                    table.ForeignKey(
                        name: "FK_Memberships_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Memberships_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SavedSearches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Alert = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SeenBefore = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DigestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Question_Chapters = table.Column<string[]>(type: "text[]", nullable: false),
                    Question_Country = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    Question_Headings = table.Column<string[]>(type: "text[]", nullable: false),
                    Question_Kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    Question_Listings = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    Question_Modes = table.Column<string[]>(type: "text[]", nullable: false),
                    Question_Regions = table.Column<string[]>(type: "text[]", nullable: false),
                    Question_Sectors = table.Column<string[]>(type: "text[]", nullable: false),
                    Question_Text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Question_VerifiedOnly = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedSearches_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SavedSearches_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OpenIddictAuthorizations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    CreationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Properties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Scopes = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictAuthorizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictAuthorizations_OpenIddictApplications_Application~",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoFirms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpoId = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: true),
                    MinMeetings = table.Column<int>(type: "integer", nullable: true),
                    MaxMeetings = table.Column<int>(type: "integer", nullable: true),
                    TableId = table.Column<Guid>(type: "uuid", nullable: true),
                    InvitedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    NeedsInterpreter = table.Column<bool>(type: "boolean", nullable: false),
                    Absent = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    CheckInCode = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoFirms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpoFirms_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ExpoFirms_Expos_ExpoId",
                        column: x => x.ExpoId,
                        principalTable: "Expos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoGroups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpoId = table.Column<Guid>(type: "uuid", nullable: false),
                    Country = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Meets = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoGroups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpoGroups_Expos_ExpoId",
                        column: x => x.ExpoId,
                        principalTable: "Expos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoInterpreters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpoId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Pairs = table.Column<string[]>(type: "character varying(5)[]", nullable: false),
                    Absent = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    ListCode = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoInterpreters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpoInterpreters_Expos_ExpoId",
                        column: x => x.ExpoId,
                        principalTable: "Expos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpoId = table.Column<Guid>(type: "uuid", nullable: false),
                    A = table.Column<Guid>(type: "uuid", nullable: false),
                    B = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoMeetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpoMeetings_Companies_A",
                        column: x => x.A,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ExpoMeetings_Companies_B",
                        column: x => x.B,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ExpoMeetings_Expos_ExpoId",
                        column: x => x.ExpoId,
                        principalTable: "Expos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoSlots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpoId = table.Column<Guid>(type: "uuid", nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoSlots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpoSlots_Expos_ExpoId",
                        column: x => x.ExpoId,
                        principalTable: "Expos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoTables",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpoId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoTables", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpoTables_Expos_ExpoId",
                        column: x => x.ExpoId,
                        principalTable: "Expos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoWishes",
                columns: table => new
                {
                    ExpoId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ExpoWishes",
                        x => new
                        {
                            x.ExpoId,
                            x.From,
                            x.To,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_ExpoWishes_Companies_From",
                        column: x => x.From,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ExpoWishes_Companies_To",
                        column: x => x.To,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ExpoWishes_Expos_ExpoId",
                        column: x => x.ExpoId,
                        principalTable: "Expos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoWishWindows",
                columns: table => new
                {
                    ExpoId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoWishWindows", x => x.ExpoId);
                    table.ForeignKey(
                        name: "FK_ExpoWishWindows_Expos_ExpoId",
                        column: x => x.ExpoId,
                        principalTable: "Expos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ScheduleDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpoId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Scope = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    BasedOn = table.Column<int>(type: "integer", nullable: true),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Figures_Bound = table.Column<int>(type: "integer", nullable: true),
                    Figures_Breaks = table.Column<int>(type: "integer", nullable: false),
                    Figures_FirmsWithout = table.Column<int>(type: "integer", nullable: false),
                    Figures_IsProven = table.Column<bool>(type: "boolean", nullable: false),
                    Figures_Least = table.Column<int>(type: "integer", nullable: false),
                    Figures_Most = table.Column<int>(type: "integer", nullable: false),
                    Figures_Musts = table.Column<int>(type: "integer", nullable: false),
                    Figures_MustsPlaced = table.Column<int>(type: "integer", nullable: false),
                    Figures_Placed = table.Column<int>(type: "integer", nullable: false),
                    Figures_TableMoves = table.Column<int>(type: "integer", nullable: false),
                    Figures_Wished = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduleDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScheduleDrafts_Expos_ExpoId",
                        column: x => x.ExpoId,
                        principalTable: "Expos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ScheduleRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpoId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AskedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Scope = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    BasedOn = table.Column<int>(type: "integer", nullable: true),
                    Seconds = table.Column<int>(type: "integer", nullable: false),
                    PlacesAll = table.Column<bool>(type: "boolean", nullable: false),
                    Stop = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Wished = table.Column<int>(type: "integer", nullable: false),
                    Activity = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Placed = table.Column<int>(type: "integer", nullable: false),
                    Breaks = table.Column<int>(type: "integer", nullable: false),
                    Bound = table.Column<int>(type: "integer", nullable: false),
                    Searched = table.Column<double>(type: "double precision", nullable: false),
                    Draft = table.Column<int>(type: "integer", nullable: true),
                    Conflict = table.Column<string[]>(type: "character varying(80)[]", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduleRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScheduleRuns_Expos_ExpoId",
                        column: x => x.ExpoId,
                        principalTable: "Expos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "DismissedPairs",
                columns: table => new
                {
                    First = table.Column<Guid>(type: "uuid", nullable: false),
                    Second = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DismissedPairs", x => new { x.First, x.Second });
                    table.ForeignKey(
                        name: "FK_DismissedPairs_Listings_First",
                        column: x => x.First,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_DismissedPairs_Listings_Second",
                        column: x => x.Second,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ListingRevisions",
                columns: table => new
                {
                    ListingId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ReturnReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Content_Capacity = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "C"
                    ),
                    Content_Certificates = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_HsCodes = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_Language = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Content_MinimumOrder = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "C"
                    ),
                    Content_Modes = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_Regions = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_StruckConcepts = table.Column<string[]>(type: "text[]", nullable: false),
                    Content_Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    Content_Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Content_ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingRevisions", x => x.ListingId);
                    table.ForeignKey(
                        name: "FK_ListingRevisions_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ListingVectors",
                columns: table => new
                {
                    ListingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Encoder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    TextHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Values = table.Column<byte[]>(type: "bytea", nullable: false),
                    Space = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Meaning = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingVectors", x => x.ListingId);
                    table.ForeignKey(
                        name: "FK_ListingVectors_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "MeetingRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AskingCompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedCompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskingPersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    AskingListingId = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedListingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Format = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Turn = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Minutes = table.Column<int>(type: "integer", nullable: true),
                    CalendarSequence = table.Column<int>(type: "integer", nullable: false),
                    ContactsOpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CancelledBy = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    CancelledLate = table.Column<bool>(type: "boolean", nullable: false),
                    OpenPair = table.Column<string>(type: "character varying(65)", maxLength: 65, nullable: true, collation: "C"),
                    QuotaSlot = table.Column<int>(type: "integer", nullable: true),
                    StepCount = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingRequests_AspNetUsers_AskedPersonId",
                        column: x => x.AskedPersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_MeetingRequests_AspNetUsers_AskingPersonId",
                        column: x => x.AskingPersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_MeetingRequests_Companies_AskedCompanyId",
                        column: x => x.AskedCompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_MeetingRequests_Companies_AskingCompanyId",
                        column: x => x.AskingCompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_MeetingRequests_Listings_AskedListingId",
                        column: x => x.AskedListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_MeetingRequests_Listings_AskingListingId",
                        column: x => x.AskingListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Review",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ListingId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Decision = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    SubmittedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Review", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Review_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SavedSearchFinds",
                columns: table => new
                {
                    SearchId = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    DigestId = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearchFinds", x => new { x.SearchId, x.CompanyId });
                    table.ForeignKey(
                        name: "FK_SavedSearchFinds_SavedSearches_SearchId",
                        column: x => x.SearchId,
                        principalTable: "SavedSearches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OpenIddictTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    CreationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExpirationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Payload = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Properties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RedemptionDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReferenceId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Type = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id"
                    );
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictAuthorizations_AuthorizationId",
                        column: x => x.AuthorizationId,
                        principalTable: "OpenIddictAuthorizations",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoArrivals",
                columns: table => new
                {
                    FirmId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoArrivals", x => new { x.FirmId, x.Day });
                    table.ForeignKey(
                        name: "FK_ExpoArrivals_ExpoFirms_FirmId",
                        column: x => x.FirmId,
                        principalTable: "ExpoFirms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoPlanAnswers",
                columns: table => new
                {
                    FirmId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reply = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoPlanAnswers", x => x.FirmId);
                    table.ForeignKey(
                        name: "FK_ExpoPlanAnswers_ExpoFirms_FirmId",
                        column: x => x.FirmId,
                        principalTable: "ExpoFirms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoBookings",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    BookedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    BookedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CancelledBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoBookings", x => x.MeetingId);
                    table.ForeignKey(
                        name: "FK_ExpoBookings_ExpoMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ExpoMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoMeetingRecords",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoMeetingRecords", x => x.MeetingId);
                    table.ForeignKey(
                        name: "FK_ExpoMeetingRecords_ExpoMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ExpoMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoOutcomes",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    SaidBy = table.Column<Guid>(type: "uuid", nullable: false),
                    SaidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoOutcomes", x => new { x.MeetingId, x.CompanyId });
                    table.ForeignKey(
                        name: "FK_ExpoOutcomes_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ExpoOutcomes_ExpoMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ExpoMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoPlaceOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    SlotId = table.Column<Guid>(type: "uuid", nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OfferedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AcceptedByA = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AcceptedByB = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoPlaceOffers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpoPlaceOffers_ExpoMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ExpoMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpoToldMeetings",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    Table = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    Interpreter = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    IsCancelled = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpoToldMeetings", x => new { x.MeetingId, x.Round });
                    table.ForeignKey(
                        name: "FK_ExpoToldMeetings_ExpoMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ExpoMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "DraftMeetings",
                columns: table => new
                {
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsMust = table.Column<bool>(type: "boolean", nullable: false),
                    Weight = table.Column<double>(type: "double precision", nullable: false),
                    Pair = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true, collation: "C"),
                    IsLocked = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftMeetings", x => new { x.DraftId, x.MeetingId });
                    table.ForeignKey(
                        name: "FK_DraftMeetings_ExpoMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ExpoMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_DraftMeetings_ScheduleDrafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "ScheduleDrafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "DraftMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromSlot = table.Column<Guid>(type: "uuid", nullable: true),
                    FromTable = table.Column<Guid>(type: "uuid", nullable: true),
                    FromInterpreter = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DraftMoves_ScheduleDrafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "ScheduleDrafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "MeetingClaims",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuarterStart = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MeetingRequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingClaims", x => new { x.UserId, x.QuarterStart });
                    table.ForeignKey(
                        name: "FK_MeetingClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_MeetingClaims_MeetingRequests_MeetingRequestId",
                        column: x => x.MeetingRequestId,
                        principalTable: "MeetingRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "MeetingSteps",
                columns: table => new
                {
                    MeetingRequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    Side = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    Message = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    Round = table.Column<int>(type: "integer", nullable: true),
                    Start = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Minutes = table.Column<int>(type: "integer", nullable: true),
                    DelegatedTo = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingSteps", x => new { x.MeetingRequestId, x.Number });
                    table.ForeignKey(
                        name: "FK_MeetingSteps_AspNetUsers_DelegatedTo",
                        column: x => x.DelegatedTo,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_MeetingSteps_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_MeetingSteps_MeetingRequests_MeetingRequestId",
                        column: x => x.MeetingRequestId,
                        principalTable: "MeetingRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "MeetingTimes",
                columns: table => new
                {
                    MeetingRequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Side = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_MeetingTimes",
                        x => new
                        {
                            x.MeetingRequestId,
                            x.Round,
                            x.Start,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_MeetingTimes_MeetingRequests_MeetingRequestId",
                        column: x => x.MeetingRequestId,
                        principalTable: "MeetingRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "DraftPlacements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    SlotId = table.Column<Guid>(type: "uuid", nullable: false),
                    TableId = table.Column<Guid>(type: "uuid", nullable: false),
                    InterpreterId = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftPlacements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DraftPlacements_DraftMeetings_DraftId_MeetingId",
                        columns: x => new { x.DraftId, x.MeetingId },
                        principalTable: "DraftMeetings",
                        principalColumns: new[] { "DraftId", "MeetingId" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_DraftPlacements_ExpoInterpreters_InterpreterId",
                        column: x => x.InterpreterId,
                        principalTable: "ExpoInterpreters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_DraftPlacements_ExpoSlots_SlotId",
                        column: x => x.SlotId,
                        principalTable: "ExpoSlots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_DraftPlacements_ExpoTables_TableId",
                        column: x => x.TableId,
                        principalTable: "ExpoTables",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "DraftSeats",
                columns: table => new
                {
                    PlacementId = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    SlotId = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftSeats", x => new { x.PlacementId, x.CompanyId });
                    table.ForeignKey(
                        name: "FK_DraftSeats_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_DraftSeats_DraftPlacements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "DraftPlacements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_AspNetUserClaims_UserId", table: "AspNetUserClaims", column: "UserId");

            migrationBuilder.CreateIndex(name: "IX_AspNetUserLogins_UserId", table: "AspNetUserLogins", column: "UserId");

            migrationBuilder.CreateIndex(name: "IX_AspNetUserPasskeys_UserId", table: "AspNetUserPasskeys", column: "UserId");

            migrationBuilder.CreateIndex(name: "EmailIndex", table: "AspNetUsers", column: "NormalizedEmail");

            migrationBuilder.CreateIndex(name: "UserNameIndex", table: "AspNetUsers", column: "NormalizedUserName", unique: true);

            migrationBuilder.CreateIndex(name: "IX_AuditEntries_AgencyId_At", table: "AuditEntries", columns: new[] { "AgencyId", "At" });

            migrationBuilder.CreateIndex(name: "IX_AuditEntries_At", table: "AuditEntries", column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Companies_Country_CreatedAt",
                table: "Companies",
                columns: new[] { "Country", "CreatedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Companies_Country_ExternalReference",
                table: "Companies",
                columns: new[] { "Country", "ExternalReference" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Companies_Country_RegistrationNumber",
                table: "Companies",
                columns: new[] { "Country", "RegistrationNumber" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_CompanyEvidence_CompanyId", table: "CompanyEvidence", column: "CompanyId");

            migrationBuilder.CreateIndex(name: "IX_DismissedPairs_Second", table: "DismissedPairs", column: "Second");

            migrationBuilder.CreateIndex(name: "IX_DraftMeetings_MeetingId", table: "DraftMeetings", column: "MeetingId");

            migrationBuilder.CreateIndex(name: "IX_DraftMoves_DraftId", table: "DraftMoves", column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_DraftPlacements_DraftId_MeetingId",
                table: "DraftPlacements",
                columns: new[] { "DraftId", "MeetingId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_DraftPlacements_DraftId_SlotId_InterpreterId",
                table: "DraftPlacements",
                columns: new[] { "DraftId", "SlotId", "InterpreterId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_DraftPlacements_DraftId_SlotId_TableId",
                table: "DraftPlacements",
                columns: new[] { "DraftId", "SlotId", "TableId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_DraftPlacements_InterpreterId", table: "DraftPlacements", column: "InterpreterId");

            migrationBuilder.CreateIndex(name: "IX_DraftPlacements_SlotId", table: "DraftPlacements", column: "SlotId");

            migrationBuilder.CreateIndex(name: "IX_DraftPlacements_TableId", table: "DraftPlacements", column: "TableId");

            migrationBuilder.CreateIndex(name: "IX_DraftSeats_CompanyId", table: "DraftSeats", column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_DraftSeats_DraftId_SlotId_CompanyId",
                table: "DraftSeats",
                columns: new[] { "DraftId", "SlotId", "CompanyId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ExpoFirms_CompanyId", table: "ExpoFirms", column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_ExpoFirms_ExpoId_CompanyId",
                table: "ExpoFirms",
                columns: new[] { "ExpoId", "CompanyId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ExpoGroups_ExpoId", table: "ExpoGroups", column: "ExpoId");

            migrationBuilder.CreateIndex(name: "IX_ExpoInterpreters_ExpoId", table: "ExpoInterpreters", column: "ExpoId");

            migrationBuilder.CreateIndex(name: "IX_ExpoInterpreters_ListCode", table: "ExpoInterpreters", column: "ListCode", unique: true);

            migrationBuilder.CreateIndex(name: "IX_ExpoMeetings_A", table: "ExpoMeetings", column: "A");

            migrationBuilder.CreateIndex(name: "IX_ExpoMeetings_B", table: "ExpoMeetings", column: "B");

            migrationBuilder.CreateIndex(
                name: "IX_ExpoMeetings_ExpoId_A_B",
                table: "ExpoMeetings",
                columns: new[] { "ExpoId", "A", "B" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ExpoOutcomes_CompanyId", table: "ExpoOutcomes", column: "CompanyId");

            migrationBuilder.CreateIndex(name: "IX_ExpoPlaceOffers_MeetingId", table: "ExpoPlaceOffers", column: "MeetingId");

            migrationBuilder.CreateIndex(name: "IX_Expos_AgencyId", table: "Expos", column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_ExpoSlots_ExpoId_Start",
                table: "ExpoSlots",
                columns: new[] { "ExpoId", "Start" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ExpoTables_ExpoId_Name",
                table: "ExpoTables",
                columns: new[] { "ExpoId", "Name" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ExpoWishes_From", table: "ExpoWishes", column: "From");

            migrationBuilder.CreateIndex(name: "IX_ExpoWishes_To", table: "ExpoWishes", column: "To");

            migrationBuilder.CreateIndex(name: "IX_IndexRebuilds_AskedAt", table: "IndexRebuilds", column: "AskedAt");

            migrationBuilder.CreateIndex(name: "IX_IndexRebuilds_State", table: "IndexRebuilds", column: "State");

            migrationBuilder.CreateIndex(name: "IX_Invitations_CompanyId", table: "Invitations", column: "CompanyId");

            migrationBuilder.CreateIndex(name: "IX_Invitations_TokenHash", table: "Invitations", column: "TokenHash", unique: true);

            migrationBuilder.CreateIndex(name: "IX_ListingRevisions_State", table: "ListingRevisions", column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Listings_CompanyId_ExternalReference",
                table: "Listings",
                columns: new[] { "CompanyId", "ExternalReference" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Listings_CompanyId_State", table: "Listings", columns: new[] { "CompanyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Listings_State_CompanyId_Kind",
                table: "Listings",
                columns: new[] { "State", "CompanyId", "Kind" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Listings_State_SubmittedAt",
                table: "Listings",
                columns: new[] { "State", "SubmittedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MeetingClaims_MeetingRequestId_Side_QuarterStart",
                table: "MeetingClaims",
                columns: new[] { "MeetingRequestId", "Side", "QuarterStart" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRequests_AskedCompanyId_State",
                table: "MeetingRequests",
                columns: new[] { "AskedCompanyId", "State" }
            );

            migrationBuilder.CreateIndex(name: "IX_MeetingRequests_AskedListingId", table: "MeetingRequests", column: "AskedListingId");

            migrationBuilder.CreateIndex(name: "IX_MeetingRequests_AskedPersonId", table: "MeetingRequests", column: "AskedPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRequests_AskingCompanyId_QuotaSlot",
                table: "MeetingRequests",
                columns: new[] { "AskingCompanyId", "QuotaSlot" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRequests_AskingCompanyId_State",
                table: "MeetingRequests",
                columns: new[] { "AskingCompanyId", "State" }
            );

            migrationBuilder.CreateIndex(name: "IX_MeetingRequests_AskingListingId", table: "MeetingRequests", column: "AskingListingId");

            migrationBuilder.CreateIndex(name: "IX_MeetingRequests_AskingPersonId", table: "MeetingRequests", column: "AskingPersonId");

            migrationBuilder.CreateIndex(name: "IX_MeetingRequests_OpenPair", table: "MeetingRequests", column: "OpenPair", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRequests_State_ExpiresAt",
                table: "MeetingRequests",
                columns: new[] { "State", "ExpiresAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_MeetingSteps_DelegatedTo", table: "MeetingSteps", column: "DelegatedTo");

            migrationBuilder.CreateIndex(name: "IX_MeetingSteps_UserId", table: "MeetingSteps", column: "UserId");

            migrationBuilder.CreateIndex(name: "IX_Memberships_AgencyId", table: "Memberships", column: "AgencyId");

            migrationBuilder.CreateIndex(name: "IX_Memberships_CompanyId", table: "Memberships", column: "CompanyId");

            migrationBuilder
                .CreateIndex(name: "IX_Memberships_UserId", table: "Memberships", column: "UserId")
                .Annotation("Npgsql:IndexInclude", new[] { "CompanyId", "AgencyId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_UserId_AgencyId",
                table: "Memberships",
                columns: new[] { "UserId", "AgencyId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_UserId_CompanyId",
                table: "Memberships",
                columns: new[] { "UserId", "CompanyId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictApplications_ClientId",
                table: "OpenIddictApplications",
                column: "ClientId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictAuthorizations_ApplicationId_Status_Subject_Type",
                table: "OpenIddictAuthorizations",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" }
            );

            migrationBuilder.CreateIndex(name: "IX_OpenIddictScopes_Name", table: "OpenIddictScopes", column: "Name", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ApplicationId_Status_Subject_Type",
                table: "OpenIddictTokens",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" }
            );

            migrationBuilder.CreateIndex(name: "IX_OpenIddictTokens_AuthorizationId", table: "OpenIddictTokens", column: "AuthorizationId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ReferenceId",
                table: "OpenIddictTokens",
                column: "ReferenceId",
                unique: true
            );

            migrationBuilder
                .CreateIndex(
                    name: "IX_OutboxMessages_ProcessedAt_NotBefore",
                    table: "OutboxMessages",
                    columns: new[] { "ProcessedAt", "NotBefore" }
                )
                .Annotation("Npgsql:IndexInclude", new[] { "Handler", "Attempts" });

            migrationBuilder.CreateIndex(name: "IX_PhantomAttempts_LastAt", table: "PhantomAttempts", column: "LastAt");

            migrationBuilder.CreateIndex(
                name: "IX_Review_ListingId_DecidedAt",
                table: "Review",
                columns: new[] { "ListingId", "DecidedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_SavedSearches_CheckedAt", table: "SavedSearches", column: "CheckedAt");

            migrationBuilder.CreateIndex(name: "IX_SavedSearches_CompanyId", table: "SavedSearches", column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_UserId_CompanyId",
                table: "SavedSearches",
                columns: new[] { "UserId", "CompanyId" }
            );

            migrationBuilder.CreateIndex(name: "IX_SavedSearchFinds_DigestId", table: "SavedSearchFinds", column: "DigestId");

            migrationBuilder.CreateIndex(
                name: "IX_ScheduleDrafts_ExpoId_Number",
                table: "ScheduleDrafts",
                columns: new[] { "ExpoId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScheduleRuns_ExpoId_AskedAt",
                table: "ScheduleRuns",
                columns: new[] { "ExpoId", "AskedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_ScheduleRuns_State", table: "ScheduleRuns", column: "State");

            migrationBuilder.CreateIndex(name: "IX_TermEntries_ChangedAt", table: "TermEntries", column: "ChangedAt");

            migrationBuilder.CreateIndex(name: "IX_TermEntries_Concept", table: "TermEntries", column: "Concept", unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AspNetUserClaims");

            migrationBuilder.DropTable(name: "AspNetUserLogins");

            migrationBuilder.DropTable(name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(name: "AspNetUserTokens");

            migrationBuilder.DropTable(name: "AuditEntries");

            migrationBuilder.DropTable(name: "CompanyEvidence");

            migrationBuilder.DropTable(name: "DismissedPairs");

            migrationBuilder.DropTable(name: "DraftMoves");

            migrationBuilder.DropTable(name: "DraftSeats");

            migrationBuilder.DropTable(name: "ExpoArrivals");

            migrationBuilder.DropTable(name: "ExpoBookings");

            migrationBuilder.DropTable(name: "ExpoGroups");

            migrationBuilder.DropTable(name: "ExpoMeetingRecords");

            migrationBuilder.DropTable(name: "ExpoOutcomes");

            migrationBuilder.DropTable(name: "ExpoPlaceOffers");

            migrationBuilder.DropTable(name: "ExpoPlanAnswers");

            migrationBuilder.DropTable(name: "ExposureMeasurements");

            migrationBuilder.DropTable(name: "ExpoToldMeetings");

            migrationBuilder.DropTable(name: "ExpoWishes");

            migrationBuilder.DropTable(name: "ExpoWishWindows");

            migrationBuilder.DropTable(name: "IndexRebuilds");

            migrationBuilder.DropTable(name: "Invitations");

            migrationBuilder.DropTable(name: "ListingRevisions");

            migrationBuilder.DropTable(name: "ListingVectors");

            migrationBuilder.DropTable(name: "MeetingClaims");

            migrationBuilder.DropTable(name: "MeetingSteps");

            migrationBuilder.DropTable(name: "MeetingTimes");

            migrationBuilder.DropTable(name: "Memberships");

            migrationBuilder.DropTable(name: "OpenIddictScopes");

            migrationBuilder.DropTable(name: "OpenIddictTokens");

            migrationBuilder.DropTable(name: "OutboxMessages");

            migrationBuilder.DropTable(name: "PhantomAttempts");

            migrationBuilder.DropTable(name: "ProtectionKeys");

            migrationBuilder.DropTable(name: "Review");

            migrationBuilder.DropTable(name: "SavedSearchFinds");

            migrationBuilder.DropTable(name: "SaveReceipts");

            migrationBuilder.DropTable(name: "ScheduleRuns");

            migrationBuilder.DropTable(name: "SigningKeys");

            migrationBuilder.DropTable(name: "TermEntries");

            migrationBuilder.DropTable(name: "WorkerLeases");

            migrationBuilder.DropTable(name: "DraftPlacements");

            migrationBuilder.DropTable(name: "ExpoFirms");

            migrationBuilder.DropTable(name: "MeetingRequests");

            migrationBuilder.DropTable(name: "OpenIddictAuthorizations");

            migrationBuilder.DropTable(name: "SavedSearches");

            migrationBuilder.DropTable(name: "DraftMeetings");

            migrationBuilder.DropTable(name: "ExpoInterpreters");

            migrationBuilder.DropTable(name: "ExpoSlots");

            migrationBuilder.DropTable(name: "ExpoTables");

            migrationBuilder.DropTable(name: "Listings");

            migrationBuilder.DropTable(name: "OpenIddictApplications");

            migrationBuilder.DropTable(name: "AspNetUsers");

            migrationBuilder.DropTable(name: "ExpoMeetings");

            migrationBuilder.DropTable(name: "ScheduleDrafts");

            migrationBuilder.DropTable(name: "Companies");

            migrationBuilder.DropTable(name: "Expos");

            migrationBuilder.DropTable(name: "Agencies");
        }
    }
}
