import type { DeliveryReading, ReceivedCall } from "@/lib/reception/delivery-reading";
import type { ReadAnuraDeliveryInput } from "../read-delivery";
import { readBody } from "./read-body";

/** Reads a body that must be that of a call. */
export async function readCall(
  body: Record<string, unknown> | string,
  options: Partial<ReadAnuraDeliveryInput> = {},
): Promise<ReceivedCall & Pick<DeliveryReading, "warnings" | "callKey">> {
  const reading = await readBody(body, options);
  if (reading.outcome !== "call") throw new Error(`no call, but ${JSON.stringify(reading)}`);
  return { ...reading.call, warnings: reading.warnings, callKey: reading.callKey };
}
