import { Pool } from "undici";
import { anuraTemplate } from "./body-templates";

type SendInput = {
  url: string;
  apiKey: string;
  campaignId: number;
  recordingUrlOf: (number: number) => string;
  prefix: string;
  count: number;
};

const CONNECTIONS = 16;

/** Sends so many distinct calls, each once, as fast as they are taken in. Throws when one is not. */
export async function sendCalls({ url, apiKey, campaignId, recordingUrlOf, prefix, count }: SendInput): Promise<void> {
  const pool = new Pool(new URL(url).origin, { connections: CONNECTIONS });
  let next = 0;
  const sendOnes = async () => {
    for (let number = next++; number < count; number = next++) {
      const template = anuraTemplate({ campaignId, recordingUrl: recordingUrlOf(number), operator: `Operator ${number % 25}` });
      const { statusCode, body } = await pool.request({
        path: "/webhook/anura/",
        method: "POST",
        headers: { "content-type": "application/json", "x-api-key": apiKey },
        body: template.replaceAll("{id}", `${prefix}-${number}`),
      });
      const text = await body.text();
      if (statusCode !== 200 || !text.includes('"accepted"')) throw new Error(`A call was answered ${statusCode} ${text}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sendOnes));
  await pool.close();
}
