import { processorTime } from "./processor-time";
import { runLoad } from "./run-load";

/** A server under load: its process, the address that takes the load, and the seconds of processor time of the database behind it. */
export type MeasuredServer = { url: string; pid: number; databaseTime: () => Promise<number> };

export type Saturation = { perSecond: number; answered: number; serverMicroseconds: number; databaseMicroseconds: number };

/** Loads a server as fast as it answers: requests a second, and what one costs the server and its database in processor time. */
export async function saturate(server: MeasuredServer, load: Omit<Parameters<typeof runLoad>[0], "url">): Promise<Saturation> {
  const before = await timesOf(server);
  const { answered, seconds } = await runLoad({ ...load, url: server.url });
  const after = await timesOf(server);
  const each = (from: number, to: number) => ((to - from) * 1_000_000) / answered;
  return {
    perSecond: answered / seconds,
    answered,
    serverMicroseconds: each(before.server, after.server),
    databaseMicroseconds: each(before.database, after.database),
  };
}

async function timesOf({ pid, databaseTime }: MeasuredServer) {
  const [server, database] = await Promise.all([processorTime(pid), databaseTime()]);
  return { server, database };
}
