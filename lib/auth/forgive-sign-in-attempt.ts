import { forgiveAttempts } from "./forgive-attempts";

/** Takes back what countSignInAttempt counted, once the password was right: the e-mail starts afresh, the address by one. */
export async function forgiveSignInAttempt({ email, remoteAddress }: { email: string; remoteAddress: string }): Promise<void> {
  await forgiveAttempts({ subject: `email:${email}` });
  await forgiveAttempts({ subject: `ip:${remoteAddress}`, isOneOnly: true });
}
