/** Header in which proxy.ts tells pages which address was asked for; whatever a browser sends in it is overwritten. */
export const REQUESTED_PATH_HEADER = "x-requested-path";

/** Where to go after signing in: a path of this site, else the dashboard. Never another host, whatever a link says. */
export function safeNextPath(text: string | null | undefined): string {
  return text && /^\/(?![/\\])[^\\\s]*$/.test(text) && !text.startsWith("/sign-in") ? text : "/dashboard";
}
