CREATE INDEX "call_outcomes_campaign_buyer_idx" ON "call_outcomes" USING btree ("campaign_id","buyer_name");--> statement-breakpoint
CREATE INDEX "call_outcomes_campaign_publisher_idx" ON "call_outcomes" USING btree ("campaign_id","publisher_name");--> statement-breakpoint
CREATE INDEX "call_outcomes_revenue_idx" ON "call_outcomes" USING btree ("revenue","call_id");