-- Run once by an administrator: psql -d postgres -v site_password=… -f create-database.sql
-- Running it again changes nothing but the password. Tables come from the site, which brings the schema up to date at each start.
\set ON_ERROR_STOP on

SELECT NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'matchmaking') AS role_is_missing \gset
\if :role_is_missing
  CREATE ROLE matchmaking LOGIN;
\endif
ALTER ROLE matchmaking PASSWORD :'site_password';

-- UTF-8 whatever the server's own language is. The order of the database does not matter: the site's tables name theirs, by code point.
SELECT NOT EXISTS (SELECT FROM pg_database WHERE datname = 'matchmaking') AS database_is_missing \gset
\if :database_is_missing
  CREATE DATABASE matchmaking OWNER matchmaking TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';
\endif

-- Nobody but the site and administrators.
REVOKE ALL ON DATABASE matchmaking FROM PUBLIC;
