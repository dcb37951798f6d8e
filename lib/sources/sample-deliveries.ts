import type { Source } from "@/db/enums";
import { anuraSampleBody } from "./anura/sample-body";
import { ariaSampleDelivery } from "./aria/sample-delivery";

/** What a source's sample is made of: a call of this name that started then, whose recording lies there. */
export type SampleDeliveryInput = {
  campaignId: number;
  timeZone: string;
  startedAt: Date;
  callName: string;
  recording: { url: string; seconds: number };
};

/** The body of a delivery as its platform would send it. */
export type SampleDelivery = { raw: Buffer; contentType: string };

/** The sources that a sample call can come from. One line each; everything else of a source is in its folder. */
export const SAMPLE_DELIVERIES: Partial<Record<Source, (input: SampleDeliveryInput) => SampleDelivery | Promise<SampleDelivery>>> = {
  anura: (input) => ({ raw: Buffer.from(JSON.stringify(anuraSampleBody(input))), contentType: "application/json" }),
  aria: ariaSampleDelivery,
};
