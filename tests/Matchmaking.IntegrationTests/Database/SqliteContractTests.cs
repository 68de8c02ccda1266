using Xunit;

namespace Matchmaking.IntegrationTests.Database;

public sealed class SqliteContractTests(SqliteDatabase database) : DatabaseContract(database), IClassFixture<SqliteDatabase>;
