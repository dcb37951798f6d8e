ALTER TYPE "public"."saved_view_list" ADD VALUE 'audits';--> statement-breakpoint
CREATE INDEX "audits_contact_idx" ON "audits" USING btree ("contact_on","contact_at","id");