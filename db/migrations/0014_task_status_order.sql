CREATE INDEX "tasks_status_duration_idx" ON "tasks" USING btree ("status","duration_seconds","id");--> statement-breakpoint
CREATE INDEX "tasks_status_score_ascending_idx" ON "tasks" USING btree ("status",coalesce("score", 1000),"id");--> statement-breakpoint
CREATE INDEX "tasks_status_score_descending_idx" ON "tasks" USING btree ("status",coalesce(-"score", 1000),"id");