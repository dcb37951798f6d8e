CREATE TYPE "public"."outcome_dimension" AS ENUM('total', 'publisher', 'publisher_sub', 'buyer', 'target', 'vertical', 'state', 'ended_by', 'hour');--> statement-breakpoint
CREATE TYPE "public"."outcome_grain" AS ENUM('day', 'month');--> statement-breakpoint
CREATE TABLE "outcome_combinations" (
	"campaign_id" integer NOT NULL,
	"day" date NOT NULL,
	"publisher" integer NOT NULL,
	"publisher_sub" integer NOT NULL,
	"buyer" integer NOT NULL,
	"target" integer NOT NULL,
	"vertical" integer NOT NULL,
	"state" integer NOT NULL,
	"ended_by" integer NOT NULL,
	"hour" integer NOT NULL,
	"is_duplicate" boolean NOT NULL,
	"calls" integer NOT NULL,
	"connected" integer NOT NULL,
	"converted" integer NOT NULL,
	"revenue" numeric(24, 4) NOT NULL,
	"cost" numeric(24, 4) NOT NULL,
	"payout" numeric(24, 4) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcome_marks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outcome_marks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"day" date NOT NULL,
	"marked_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcome_stale_months" (
	"campaign_id" integer NOT NULL,
	"month" date NOT NULL,
	CONSTRAINT "outcome_stale_months_campaign_id_month_pk" PRIMARY KEY("campaign_id","month")
);
--> statement-breakpoint
CREATE TABLE "outcome_sums" (
	"dimension" "outcome_dimension" NOT NULL,
	"grain" "outcome_grain" NOT NULL,
	"campaign_id" integer NOT NULL,
	"starts_on" date NOT NULL,
	"value" integer NOT NULL,
	"detail" integer NOT NULL,
	"is_duplicate" boolean NOT NULL,
	"calls" integer NOT NULL,
	"connected" integer NOT NULL,
	"converted" integer NOT NULL,
	"revenue" numeric(24, 4) NOT NULL,
	"cost" numeric(24, 4) NOT NULL,
	"payout" numeric(24, 4) NOT NULL,
	CONSTRAINT "outcome_sums_pk" PRIMARY KEY("dimension","grain","campaign_id","starts_on","value","detail","is_duplicate")
);
--> statement-breakpoint
CREATE TABLE "outcome_words" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outcome_words_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"word" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outcome_combinations" ADD CONSTRAINT "outcome_combinations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_marks" ADD CONSTRAINT "outcome_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_stale_months" ADD CONSTRAINT "outcome_stale_months_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_sums" ADD CONSTRAINT "outcome_sums_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outcome_combinations_campaign_day_idx" ON "outcome_combinations" USING btree ("campaign_id","day");--> statement-breakpoint
CREATE INDEX "outcome_marks_campaign_day_idx" ON "outcome_marks" USING btree ("campaign_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "outcome_words_word_key" ON "outcome_words" USING btree ("word");--> statement-breakpoint
CREATE INDEX "call_outcomes_campaign_buyer_idx" ON "call_outcomes" USING btree ("campaign_id","buyer_name");--> statement-breakpoint
CREATE INDEX "call_outcomes_campaign_publisher_idx" ON "call_outcomes" USING btree ("campaign_id","publisher_name");--> statement-breakpoint
CREATE INDEX "call_outcomes_revenue_idx" ON "call_outcomes" USING btree ("revenue","call_id");--> statement-breakpoint
CREATE INDEX "call_outcomes_external_campaign_idx" ON "call_outcomes" USING btree ("connection_id","external_campaign_id","started_at");--> statement-breakpoint
CREATE INDEX "calls_late_operator_idx" ON "calls" USING btree ("id") WHERE operator_id is null and operator_name <> '' and (recording_status = 'stored' or source = 'aria');--> statement-breakpoint
CREATE INDEX "calls_operator_outcome_idx" ON "calls" USING btree ("operator_id","started_at","id") WHERE "calls"."operator_id" is not null and "calls"."source" = 'aria';--> statement-breakpoint
CREATE INDEX "connection_campaigns_list_idx" ON "connection_campaigns" USING btree ("connection_id",("campaign_id" is null),"created_at","external_id");