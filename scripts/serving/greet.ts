import { env } from "@/lib/env";
import { hasUsers } from "@/lib/users/has-users";

/** Says where the application is reached, and what comes first on a new installation. */
export async function greet({ port }: { port: number }): Promise<void> {
  const address = env.PUBLIC_URL ?? `http://localhost:${port}`;
  console.log(`AuditorIA is ready at ${address}`);
  if (!(await hasUsers())) console.log(`Next step: open ${new URL("/setup", address)} and make the first administrator.`);
}
