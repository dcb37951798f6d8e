CREATE TABLE "operator_distinct_pairs" (
	"lower_id" uuid NOT NULL,
	"higher_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operator_distinct_pairs_lower_id_higher_id_pk" PRIMARY KEY("lower_id","higher_id"),
	CONSTRAINT "operator_distinct_pairs_are_ordered" CHECK ("operator_distinct_pairs"."lower_id" < "operator_distinct_pairs"."higher_id")
);
--> statement-breakpoint
DROP INDEX "tasks_operator_campaign_idx";--> statement-breakpoint
ALTER TABLE "operator_distinct_pairs" ADD CONSTRAINT "operator_distinct_pairs_lower_id_operators_id_fk" FOREIGN KEY ("lower_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_distinct_pairs" ADD CONSTRAINT "operator_distinct_pairs_higher_id_operators_id_fk" FOREIGN KEY ("higher_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_distinct_pairs" ADD CONSTRAINT "operator_distinct_pairs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_operator_idx" ON "calls" USING btree ("operator_id") WHERE "calls"."operator_id" is not null;--> statement-breakpoint
CREATE INDEX "operator_aliases_match_key_trgm_idx" ON "operator_aliases" USING gin ("match_key" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "operator_merges_source_key" ON "operator_merges" USING btree ("source_id") WHERE "operator_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "tasks_operator_campaign_started_idx" ON "tasks" USING btree ("operator_id","campaign_id","started_at");