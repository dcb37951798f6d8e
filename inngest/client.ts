import { type ClientOptions, Inngest } from "inngest";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { embeddedFetch } from "./engine/embedded-fetch";
import { isEngineEmbedded } from "./engine/mode";
import { currentSigningKey } from "./engine/signing-key";

export { isEngineEmbedded };

/** Sends events and defines durable functions, on the embedded engine or on the Inngest that the environment names. */
export const inngest = new Inngest(isEngineEmbedded ? embeddedOptions() : remoteOptions());

function embeddedOptions(): ClientOptions {
  return {
    ...commonOptions(),
    baseUrl: "http://embedded.local",
    eventKey: "embedded",
    fetch: embeddedFetch,
    // A getter, since the installation's key is read from the database after this file has been loaded.
    get signingKey() {
      return currentSigningKey();
    },
  };
}

function remoteOptions(): ClientOptions {
  return { ...commonOptions(), baseUrl: env.INNGEST_BASE_URL, eventKey: env.INNGEST_EVENT_KEY, signingKey: env.INNGEST_SIGNING_KEY };
}

function commonOptions() {
  // Never isDev: the route would then take unsigned calls, and with them forged events and step results.
  return { id: "auditoria", isDev: false, logger: log.child({ component: "inngest" }) };
}
