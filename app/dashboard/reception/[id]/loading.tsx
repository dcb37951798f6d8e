export { DeliverySkeleton as default } from "@/components/reception/delivery-skeleton";
