import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getUser } from "@/lib/users/get-user";

/** The person that an address names, read once a request; the not-found page where it names none, or the viewer is no admin. */
export const requestedPerson = cache(async (text: string) => {
  const viewer = await requireViewer();
  const id = z.uuid().safeParse(text);
  if (!id.success) notFound();
  return { viewer, person: await orNotFound(getUser({ actor: viewer, id: id.data })) };
});
