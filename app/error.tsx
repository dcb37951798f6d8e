"use client";

import { PageError } from "@/components/ui/page-error";

export default function RootError(props: { error: unknown; retry: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <PageError {...props} />
    </main>
  );
}
