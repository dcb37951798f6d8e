export { MemberListSkeleton as default } from "@/components/members/member-list-skeleton";
