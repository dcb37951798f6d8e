import { createLoader, createSerializer, type inferParserType, parseAsInteger, parseAsNumberLiteral, parseAsString } from "nuqs/server";
import { PAGE_SIZES } from "@/lib/page-sizes";

/** What the address of the log says: filters and page. `kind` and `id` together name one object. */
export const auditLogSearchParams = {
  /** A person's id, or `system`. */
  actor: parseAsString.withDefault(""),
  /** An action such as `api_key.rotated`, or `api_key` for all of its group. */
  action: parseAsString.withDefault(""),
  kind: parseAsString.withDefault(""),
  id: parseAsString.withDefault(""),
  /** Days in the installation's time zone, both included. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
  before: parseAsInteger,
  after: parseAsInteger,
};

export type AuditLogSearchParams = inferParserType<typeof auditLogSearchParams>;

export const loadAuditLogSearchParams = createLoader(auditLogSearchParams);
export const auditLogHref = createSerializer(auditLogSearchParams);
