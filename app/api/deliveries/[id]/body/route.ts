import { z } from "zod";
import { getViewer } from "@/lib/auth/get-viewer";
import { answerError } from "@/lib/http/answer-error";
import { BODY_VIEWS } from "@/lib/reception/body/show-body";
import { downloadDeliveryBody } from "@/lib/reception/download-delivery-body";
import { readDeliveryBody } from "@/lib/reception/read-delivery-body";

type Context = { params: Promise<{ id: string }> };

const MAX_PART = 100_000;

const partShape = z.object({
  view: z.enum(BODY_VIEWS),
  offset: z.coerce.number().int().min(0),
  length: z.coerce.number().int().min(1).max(MAX_PART),
});

/**
 * A delivery's body, for admins: byte for byte as a file, or with `view`, `offset` and `length` a part of it as text. Whatever it holds,
 * browsers take it for text and never open it in a window.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  const { id } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const part = partShape.safeParse(query);
  if ("view" in query && !part.success) return new Response(null, { status: 400 });
  try {
    const body = part.success
      ? await readDeliveryBody({ viewer, id, ...part.data })
      : new Uint8Array(await downloadDeliveryBody({ viewer, id }));
    return new Response(body, {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": `attachment; filename="delivery-${id.replace(/[^0-9a-f-]/g, "")}.txt"`,
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    return answerError(error);
  }
}
