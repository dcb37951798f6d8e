import Link from "next/link";
import { Fragment } from "react";
import { formatDuration } from "@/components/ui/duration";
import { HIT_END, HIT_START, type Snippet } from "@/lib/transcripts/snippet";

/** What is said around the text that is looked for; leads to the second at which it is said. */
export function TaskSnippet({ taskId, snippet, searched }: { taskId: string; snippet: Snippet; searched: string }) {
  const address = new URLSearchParams({ t: String(snippet.seconds), q: searched });
  return (
    <Link
      href={`/dashboard/tasks/${taskId}?${address}`}
      prefetch={false}
      className="relative z-10 mt-0.5 block max-w-72 rounded-sm text-xs whitespace-normal text-muted hover:text-foreground hover:underline"
    >
      <span className="tabular-nums">{formatDuration(snippet.seconds)}</span> {marked(snippet.text)}
    </Link>
  );
}

function marked(text: string) {
  return text.split(HIT_START).map((part, index) => {
    const [hit = "", rest = ""] = index === 0 ? ["", part] : part.split(HIT_END);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity.
      <Fragment key={index}>
        {hit !== "" && <mark className="rounded-sm bg-warning-soft text-foreground">{hit}</mark>}
        {rest}
      </Fragment>
    );
  });
}
