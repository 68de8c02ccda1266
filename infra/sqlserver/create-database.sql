-- Run once by an administrator, with sqlcmd and the variable SitePassword; running it again changes nothing but the password.
-- Tables come from the site, which brings the schema up to date at each start.

-- Compared by code point, as SQLite does: the default collations hold all 4-byte Han characters and all emoji to be equal,
-- and would merge keys that differ by width or kana only.
IF DB_ID(N'matchmaking') IS NULL
    CREATE DATABASE matchmaking COLLATE Latin1_General_100_BIN2;
GO

-- Readers see the last committed state instead of waiting for writers.
IF (SELECT is_read_committed_snapshot_on FROM sys.databases WHERE name = N'matchmaking') = 0
    ALTER DATABASE matchmaking SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO

IF SUSER_ID(N'matchmaking') IS NULL
    CREATE LOGIN matchmaking WITH PASSWORD = N'$(SitePassword)', DEFAULT_DATABASE = matchmaking;
ELSE
    ALTER LOGIN matchmaking WITH PASSWORD = N'$(SitePassword)';
GO

USE matchmaking;
GO

IF USER_ID(N'matchmaking') IS NULL
    CREATE USER matchmaking FOR LOGIN matchmaking;
ALTER ROLE db_owner ADD MEMBER matchmaking;
GO
