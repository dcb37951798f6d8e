CREATE INDEX "calls_numbers_trgm_idx" ON "calls" USING gin (("calling_normalized" || ' ' || "called_normalized") gin_trgm_ops) WHERE "calls"."recording_status" = 'stored';--> statement-breakpoint
CREATE INDEX "tasks_source_created_idx" ON "tasks" USING btree ("source","created_at","id");--> statement-breakpoint
CREATE INDEX "tasks_direction_created_idx" ON "tasks" USING btree ("direction","created_at","id");--> statement-breakpoint
CREATE INDEX "tasks_campaign_started_idx" ON "tasks" USING btree ("campaign_id","started_at","id");--> statement-breakpoint
CREATE INDEX "tasks_operator_started_idx" ON "tasks" USING btree ("operator_id","started_at","id");--> statement-breakpoint
CREATE INDEX "tasks_duration_idx" ON "tasks" USING btree ("duration_seconds","id");