export { TagListSkeleton as default } from "@/components/tags/tag-list-skeleton";
