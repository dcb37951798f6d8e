DROP INDEX "deliveries_verdict_received_idx";--> statement-breakpoint
CREATE INDEX "deliveries_outcome_received_idx" ON "deliveries" USING btree ("verdict","reason","received_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_sender_received_idx" ON "deliveries" USING btree ("source","api_key_id","received_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_remote_address_idx" ON "deliveries" USING btree ("remote_address");--> statement-breakpoint
CREATE INDEX "deliveries_replay_of_idx" ON "deliveries" USING btree ("replay_of") WHERE "deliveries"."replay_of" is not null;