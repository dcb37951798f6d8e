export { AuditLogSkeleton as default } from "@/components/audit-log/audit-log-skeleton";
