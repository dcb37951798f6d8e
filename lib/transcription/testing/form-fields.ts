import type { AskedRequest } from "@/lib/http/testing/stand-in-server";

/** The fields of a multipart body, files by their length. */
export async function formFields({ headers, body }: AskedRequest): Promise<[string, string | number][]> {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": headers["content-type"] ?? "" } }).formData();
  return [...form].map(([name, value]) => [name, typeof value === "string" ? value : value.size]);
}
