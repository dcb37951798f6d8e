DROP INDEX "machine_work_open_idx";--> statement-breakpoint
ALTER TABLE "machine_work" ADD COLUMN "is_bulk" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "machine_work_queue_idx" ON "machine_work" USING btree ("is_bulk","task_id","kind") WHERE "machine_work"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "machine_work_dispatched_idx" ON "machine_work" USING btree ("dispatched_at") WHERE "machine_work"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "machine_work_claimed_idx" ON "machine_work" USING btree ("claimed_until") WHERE "machine_work"."status" in ('queued', 'running');