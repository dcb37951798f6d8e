CREATE TABLE "operator_distinct_pairs" (
	"lower_id" uuid NOT NULL,
	"higher_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operator_distinct_pairs_lower_id_higher_id_pk" PRIMARY KEY("lower_id","higher_id"),
	CONSTRAINT "operator_distinct_pairs_are_ordered" CHECK ("operator_distinct_pairs"."lower_id" < "operator_distinct_pairs"."higher_id")
);
--> statement-breakpoint
DROP INDEX "deliveries_verdict_received_idx";--> statement-breakpoint
DROP INDEX "tasks_operator_campaign_idx";--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "replaces" uuid;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "ends_at" timestamp (3) with time zone GENERATED ALWAYS AS (least(revoked_at, expires_at)) STORED;--> statement-breakpoint
ALTER TABLE "recordings" ADD COLUMN "file_released_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "operator_distinct_pairs" ADD CONSTRAINT "operator_distinct_pairs_lower_id_operators_id_fk" FOREIGN KEY ("lower_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_distinct_pairs" ADD CONSTRAINT "operator_distinct_pairs_higher_id_operators_id_fk" FOREIGN KEY ("higher_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_distinct_pairs" ADD CONSTRAINT "operator_distinct_pairs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_replaces_api_keys_id_fk" FOREIGN KEY ("replaces") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_replaces_key" ON "api_keys" USING btree ("replaces");--> statement-breakpoint
CREATE INDEX "api_keys_ends_idx" ON "api_keys" USING btree ("ends_at","id");--> statement-breakpoint
CREATE INDEX "audit_log_actor_action_idx" ON "audit_log" USING btree ("actor_id","action","seq");--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "calls_operator_idx" ON "calls" USING btree ("operator_id") WHERE "calls"."operator_id" is not null;--> statement-breakpoint
CREATE INDEX "calls_pending_campaign_idx" ON "calls" USING btree ("campaign_id","id") WHERE "calls"."recording_status" = 'pending';--> statement-breakpoint
CREATE INDEX "calls_file_name_idx" ON "calls" USING btree (lower(substring("recording_url" from '([^/?#]+)(?:[?#].*)?$')) text_pattern_ops) WHERE "calls"."recording_status" = 'stored';--> statement-breakpoint
CREATE INDEX "deliveries_outcome_received_idx" ON "deliveries" USING btree ("verdict","reason","received_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_sender_received_idx" ON "deliveries" USING btree ("source","api_key_id","received_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_remote_address_idx" ON "deliveries" USING btree ("remote_address");--> statement-breakpoint
CREATE INDEX "deliveries_replay_of_idx" ON "deliveries" USING btree ("replay_of") WHERE "deliveries"."replay_of" is not null;--> statement-breakpoint
CREATE INDEX "operator_aliases_match_key_trgm_idx" ON "operator_aliases" USING gin ("match_key" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "operator_merges_source_key" ON "operator_merges" USING btree ("source_id") WHERE "operator_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "recordings_unreleased_idx" ON "recordings" USING btree ("sha256") WHERE "recordings"."deleted_at" is not null and "recordings"."file_released_at" is null;--> statement-breakpoint
CREATE INDEX "tasks_operator_campaign_started_idx" ON "tasks" USING btree ("operator_id","campaign_id","started_at");--> statement-breakpoint
CREATE INDEX "tasks_id_end_idx" ON "tasks" USING btree (right("id"::text, 8));--> statement-breakpoint
CREATE INDEX "tasks_score_ascending_idx" ON "tasks" USING btree (coalesce("score", 1000),"id");--> statement-breakpoint
CREATE INDEX "tasks_score_descending_idx" ON "tasks" USING btree (coalesce(-"score", 1000),"id");--> statement-breakpoint
CREATE INDEX "users_order_idx" ON "users" USING btree (translate(lower("name"), 'áàâãäåéèêëíìîïóòôõöúùûüñç', 'aaaaaaeeeeiiiiooooouuuunc'),"id");--> statement-breakpoint
CREATE INDEX "users_search_trgm_idx" ON "users" USING gin (translate(lower("name" || ' ' || "email"), 'áàâãäåéèêëíìîïóòôõöúùûüñç', 'aaaaaaeeeeiiiiooooouuuunc') gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_only_deleted_are_released" CHECK ("recordings"."file_released_at" is null or "recordings"."deleted_at" is not null);