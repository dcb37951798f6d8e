export { TaskTableSkeleton as default } from "@/components/tasks/task-table-skeleton";
