CREATE TYPE "public"."digest_outcome" AS ENUM('sent', 'refused', 'nothing');--> statement-breakpoint
CREATE TABLE "digest_sends" (
	"week" date NOT NULL,
	"recipient" text NOT NULL,
	"claimed_until" timestamp (3) with time zone NOT NULL,
	"outcome" "digest_outcome",
	"ended_at" timestamp (3) with time zone,
	"failure" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digest_sends_week_recipient_pk" PRIMARY KEY("week","recipient"),
	CONSTRAINT "digest_sends_ended_say_when" CHECK (("digest_sends"."outcome" is null) = ("digest_sends"."ended_at" is null))
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "receives_digest" boolean;