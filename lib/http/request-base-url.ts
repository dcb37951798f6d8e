/** Where a request says that it was sent to, such as http://localhost:3000; null when its headers name no host that could be one. */
export function requestBaseUrl(headers: Headers): string | null {
  // Behind several proxies each adds its own: the first is what the browser asked for.
  const host = firstOf(headers.get("x-forwarded-host")) || headers.get("host")?.trim() || "";
  const protocol = firstOf(headers.get("x-forwarded-proto")) === "https" ? "https" : "http";
  const url = `${protocol}://${host}`;
  return /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i.test(host) && URL.canParse(url) ? new URL(url).origin : null;
}

function firstOf(list: string | null): string {
  return list?.split(",")[0]?.trim().toLowerCase() ?? "";
}
