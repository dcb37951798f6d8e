/** HeroUI's skeleton without its script: what stands in for a page must not have to be loaded itself. */
export function SkeletonBar({ className }: { className: string }) {
  return <div aria-hidden className={`skeleton skeleton--shimmer ${className}`} />;
}
