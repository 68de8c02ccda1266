using Xunit;

namespace Matchmaking.IntegrationTests.Database;

public sealed class SqliteMeetingTests(SqliteDatabase database) : MeetingContract(database), IClassFixture<SqliteDatabase>;
