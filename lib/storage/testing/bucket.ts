import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A server on loopback that keeps objects in memory and speaks as much of S3 as storage asks for. */
export type FakeBucket = { endpoint: string; close: () => Promise<void> };

/** Starts an empty bucket on a free port. */
export async function startBucket(): Promise<FakeBucket> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => respond(request, response, body, objects, uploads));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The bucket has no port.");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

type Objects = Map<string, Buffer>;
type Uploads = Map<string, Map<number, Buffer>>;

function respond(request: IncomingMessage, response: ServerResponse, body: Buffer, objects: Objects, uploads: Uploads): void {
  const { pathname: key, searchParams } = new URL(request.url ?? "/", "http://bucket");
  const upload = searchParams.get("uploadId");
  if (request.method === "POST" && searchParams.has("uploads")) {
    const id = randomUUID();
    uploads.set(id, new Map());
    response.end(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
  } else if (request.method === "PUT" && upload !== null) {
    uploads.get(upload)?.set(Number(searchParams.get("partNumber")), body);
    response.setHeader("etag", etag(body)).end();
  } else if (request.method === "POST" && upload !== null) {
    const parts = [...(uploads.get(upload) ?? [])].sort(([a], [b]) => a - b);
    objects.set(key, Buffer.concat(parts.map(([, part]) => part)));
    response.end("<CompleteMultipartUploadResult><ETag>x</ETag></CompleteMultipartUploadResult>");
  } else if (request.method === "PUT") {
    objects.set(key, body);
    response.setHeader("etag", etag(body)).end();
  } else if (request.method === "DELETE") {
    objects.delete(key);
    response.writeHead(204).end();
  } else {
    sendObject(request, response, objects.get(key));
  }
}

function sendObject(request: IncomingMessage, response: ServerResponse, object: Buffer | undefined): void {
  if (!object) {
    response.writeHead(404, { "content-type": "application/xml" });
    response.end(request.method === "HEAD" ? undefined : "<Error><Code>NoSuchKey</Code><Message>no such key</Message></Error>");
    return;
  }
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  const part = start === undefined ? object : object.subarray(Number(start), Number(end) + 1);
  response.writeHead(start === undefined ? 200 : 206, { "content-length": String(part.length) });
  response.end(request.method === "HEAD" ? undefined : part);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await request.toArray());
}

function etag(body: Buffer): string {
  return `"${createHash("md5").update(body).digest("hex")}"`;
}
