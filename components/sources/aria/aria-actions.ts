import type { RotateApiKeyState } from "@/components/api-keys/rotate-api-key";
import type { ConnectionInputError } from "@/lib/connections/connection-input";
import type { MappableCampaign } from "@/lib/connections/find-mappable-campaigns";

/** Why a campaign can't be given to a connection, or nothing was saved at all. */
export type MapProblem = "archived" | "other_source" | "failed";

/** A key that was just made is here, and nowhere else, until its dialog closes. */
export type CreateConnectionState = null | { publicId: string; key: string } | { problem: ConnectionInputError | MapProblem };

export type ConnectionSettingsState = null | { status: "saved" } | { status: "invalid"; problem: ConnectionInputError | MapProblem };

/** What can be done on the screen of Aria. */
export type AriaActions = {
  create: (state: CreateConnectionState, form: FormData) => Promise<CreateConnectionState>;
  update: (id: string, state: ConnectionSettingsState, form: FormData) => Promise<ConnectionSettingsState>;
  setDisabled: (id: string, isDisabled: boolean) => Promise<void>;
  rotateKey: (keyId: string, state: RotateApiKeyState, form: FormData) => Promise<RotateApiKeyState>;
  /** Null where the connection has a good key by now. */
  createKey: (id: string) => Promise<{ key: string } | null>;
  /** Null once it is mapped; `campaignId` null for the connection's own. */
  map: (id: string, externalId: string, campaignId: number | null) => Promise<MapProblem | null>;
  findCampaigns: (text: string) => Promise<MappableCampaign[]>;
};
