export { ApiKeyListSkeleton as default } from "@/components/api-keys/api-key-list-skeleton";
