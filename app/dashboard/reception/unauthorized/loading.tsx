export { DeliveryTableSkeleton as default } from "@/components/reception/delivery-table-skeleton";
