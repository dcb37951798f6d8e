ALTER TYPE "public"."job_kind" ADD VALUE 'audit_tasks';--> statement-breakpoint
ALTER TABLE "audit_answers" ADD COLUMN "machine_findings" jsonb;