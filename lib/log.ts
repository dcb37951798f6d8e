import pino from "pino";
import { env } from "./env";

/** Structured log on standard output. Secrets never get here; the list is the second lock on that door. */
export const log = pino({
  level: env.NODE_ENV === "test" ? "silent" : env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      "password",
      "secret",
      "apiKey",
      "api_key",
      "authorization",
      "cookie",
      "*.password",
      "*.secret",
      "*.apiKey",
      "*.api_key",
      'headers["x-api-key"]',
      "headers.authorization",
      "headers.cookie",
    ],
    censor: "[redacted]",
  },
});
