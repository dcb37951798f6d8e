-- Trusted since PostgreSQL 13: the owner of a database may add it without being a superuser.
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
-- Words as they are said, without accents. The stems of PostgreSQL's own configurations need the accents, so that each text is kept both ways.
CREATE TEXT SEARCH DICTIONARY speech_plain_es (TEMPLATE = pg_catalog.simple, STOPWORDS = spanish);--> statement-breakpoint
CREATE TEXT SEARCH DICTIONARY speech_plain_en (TEMPLATE = pg_catalog.simple, STOPWORDS = english);--> statement-breakpoint
CREATE TEXT SEARCH DICTIONARY speech_plain_pt (TEMPLATE = pg_catalog.simple, STOPWORDS = portuguese);--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION speech_plain_es (COPY = simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION speech_plain_es ALTER MAPPING FOR hword, hword_part, word, asciiword, hword_asciipart, asciihword WITH unaccent, speech_plain_es;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION speech_plain_en (COPY = simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION speech_plain_en ALTER MAPPING FOR hword, hword_part, word, asciiword, hword_asciipart, asciihword WITH unaccent, speech_plain_en;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION speech_plain_pt (COPY = simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION speech_plain_pt ALTER MAPPING FOR hword, hword_part, word, asciiword, hword_asciipart, asciihword WITH unaccent, speech_plain_pt;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION speech_es (COPY = spanish);--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION speech_en (COPY = english);--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION speech_pt (COPY = portuguese);--> statement-breakpoint
-- What is said, as it is searched: by stem and by word, in its language.
CREATE FUNCTION speech_vector(language text, said text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT to_tsvector(('speech_' || language)::regconfig, said) || to_tsvector(('speech_plain_' || language)::regconfig, said)
$$;--> statement-breakpoint
-- What is looked for, in whichever of our languages it is said.
CREATE FUNCTION speech_query(typed text) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT websearch_to_tsquery('speech_es', typed) || websearch_to_tsquery('speech_plain_es', typed)
    || websearch_to_tsquery('speech_en', typed) || websearch_to_tsquery('speech_plain_en', typed)
    || websearch_to_tsquery('speech_pt', typed) || websearch_to_tsquery('speech_plain_pt', typed)
$$;
