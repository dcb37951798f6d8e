export { CallTableSkeleton as default } from "@/components/calls/call-table-skeleton";
