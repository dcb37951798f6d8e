export { PeopleSkeleton as default } from "@/components/people/people-skeleton";
