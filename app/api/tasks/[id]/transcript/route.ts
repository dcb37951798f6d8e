import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { speakerName } from "@/components/hearing/speaker-name";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { getViewer } from "@/lib/auth/get-viewer";
import { AppError } from "@/lib/errors";
import { answerError } from "@/lib/http/answer-error";
import { getTranscript } from "@/lib/transcripts/get-transcript";
import { TRANSCRIPT_FORMATS, TRANSCRIPT_MEDIA_TYPES, transcriptFile } from "@/lib/transcripts/transcript-file";

type Context = { params: Promise<{ id: string }> };

/** What is said in a task's recording, as a file, for whoever may see the task. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  const { id: taskId } = await params;
  const format = z.enum(TRANSCRIPT_FORMATS).safeParse(new URL(request.url).searchParams.get("format"));
  if (!format.success)
    return Response.json(
      { error: { code: "invalid", message: `format must be one of ${TRANSCRIPT_FORMATS.join(", ")}.` } },
      { status: 422 },
    );
  try {
    const { transcript } = await getTranscript({ viewer, taskId });
    if (!transcript) throw new AppError("not_found", "The task has no transcript.");
    const t = await getTranslations("hearing.transcript");
    const isOnly = transcript.speakers.length === 1;
    const speakerNames = transcript.speakers.map((speaker, index) => speakerName({ t, speaker, index, isOnly }));
    const text = transcriptFile({ transcript, format: format.data, speakerNames });
    const details = { format: format.data };
    await recordAuditEntry({ actor: viewer, action: "transcript.downloaded", object: { kind: "task", id: taskId }, details });
    return new Response(text, {
      headers: {
        "Cache-Control": "private, no-store",
        "Content-Type": TRANSCRIPT_MEDIA_TYPES[format.data],
        "Content-Disposition": `attachment; filename="transcript-${taskId}.${format.data}"`,
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    return answerError(error);
  }
}
