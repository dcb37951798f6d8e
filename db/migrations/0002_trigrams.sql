-- Trusted since PostgreSQL 13: the owner of a database may add it without being a superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
