import { type Authentication, authenticateApiKey } from "@/lib/api-keys/authenticate-api-key";
import { type ConnectionFacts, findConnectionFacts } from "./find-connection-facts";

/** Whether a request may come in through a connection, and which; if not, why: for the admin's log, never for the sender. */
export type ConnectionAuthentication =
  | { isAuthorized: true; apiKeyId: string; connection: ConnectionFacts }
  | Extract<Authentication, { isAuthorized: false }>;

type AuthenticateConnectionInput = { key: string | null; publicId: string | null; usedBy: string };

/** Checks a connection's key together with its connection_id: each is good with the other only, and while the connection is not disabled. */
export async function authenticateConnection({ key, publicId, usedBy }: AuthenticateConnectionInput): Promise<ConnectionAuthentication> {
  const [authentication, connection] = await Promise.all([
    authenticateApiKey({ key, scope: "connection", usedBy }),
    publicId === null ? null : findConnectionFacts(publicId),
  ]);
  if (!authentication.isAuthorized) return authentication;
  const { apiKeyId, connectionId } = authentication;
  const keyLast4 = key?.slice(-4) ?? "";
  if (connection === null || connection.id !== connectionId) return { isAuthorized: false, reason: "other_connection", keyLast4 };
  if (connection.isDisabled) return { isAuthorized: false, reason: "connection_disabled", keyLast4 };
  return { isAuthorized: true, apiKeyId, connection };
}
