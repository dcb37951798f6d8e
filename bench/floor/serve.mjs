/** Serves the built floor as `npm start` serves the application: Next.js behind the same door, with nothing of ours behind it. */
import next from "next";
import { openFrontDoor } from "../../scripts/serving/front-door.ts";

const door = await openFrontDoor(Number(process.argv[2]));
const application = next({ dev: false, dir: import.meta.dirname, port: door.port });
await application.prepare();
const answer = application.getRequestHandler();
door.open(answer);
process.once("SIGTERM", async () => {
  await door.drain(5_000);
  process.exit(0);
});
