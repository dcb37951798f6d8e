export { CampaignTableSkeleton as default } from "@/components/campaigns/campaign-table-skeleton";
