import { cookies } from "next/headers";
import { sessionCookie } from "./session-cookie";

/** Signs the browser of the request at hand out; its other browsers stay signed in. */
export async function endSession(): Promise<void> {
  (await cookies()).set(sessionCookie.name, "", { ...sessionCookie.options, maxAge: 0 });
}
