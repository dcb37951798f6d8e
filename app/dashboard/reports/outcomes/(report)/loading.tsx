export { OutcomeSkeleton as default } from "@/components/outcomes/outcome-skeleton";
