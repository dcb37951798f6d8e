export { OperatorTableSkeleton as default } from "@/components/operators/operator-table-skeleton";
