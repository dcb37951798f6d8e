-- Trusted since PostgreSQL 13: the owner of a database may add it without being a superuser.
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
-- Stems of each language, found whether or not somebody types the accents.
CREATE TEXT SEARCH CONFIGURATION speech_es (COPY = spanish);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION speech_es ALTER MAPPING FOR hword, hword_part, word WITH unaccent, spanish_stem;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION speech_en (COPY = english);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION speech_en ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION speech_pt (COPY = portuguese);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION speech_pt ALTER MAPPING FOR hword, hword_part, word WITH unaccent, portuguese_stem;
