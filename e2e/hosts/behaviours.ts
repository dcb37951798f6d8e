import { gzipSync } from "node:zlib";
import type { Behaviour } from "./recording-host";

type Headers = Record<string, string>;

/** A whole answer. */
export function answer(body: string | Uint8Array, headers: Headers = { "content-type": "audio/mpeg" }, status = 200): Behaviour {
  return (_request, response) => response.writeHead(status, headers).end(body);
}

/** A status with nothing or little in it. */
export function status(code: number, headers: Headers = {}, body = ""): Behaviour {
  return answer(body, headers, code);
}

/** Sends elsewhere. */
export function redirect(location: string, code = 302): Behaviour {
  return status(code, { location });
}

/** Promises a length, sends less, and hangs up. */
export function cutAfter(body: Uint8Array, sentBytes: number): Behaviour {
  return (_request, response) => {
    response.writeHead(200, { "content-type": "audio/wav", "content-length": String(body.length) });
    response.write(body.subarray(0, sentBytes), () => response.destroy());
  };
}

/** Sends part of a body without having said how long it is, and ends the connection as if that were all. */
export function endEarly(body: Uint8Array, sentBytes: number): Behaviour {
  return (request) => {
    request.socket.write("HTTP/1.1 200 OK\r\ncontent-type: audio/wav\r\nconnection: close\r\n\r\n");
    request.socket.end(body.subarray(0, sentBytes));
  };
}

/** Sends without end, as fast as it is read. */
export function endless(chunk: Uint8Array): Behaviour {
  return (_request, response) => {
    response.writeHead(200, { "content-type": "audio/wav" });
    const more = () => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  };
}

/** Sends a few bytes at a time, for ever. */
export function drip(bytes: Uint8Array, everyMs: number): Behaviour {
  return (_request, response) => {
    response.writeHead(200, { "content-type": "audio/wav" });
    const timer = setInterval(() => response.write(bytes), everyMs);
    response.once("close", () => clearInterval(timer));
  };
}

/** Sends the start of a body, and then nothing more. */
export function stall(start: Uint8Array): Behaviour {
  return (_request, response) => void response.writeHead(200, { "content-type": "audio/wav" }).write(start);
}

/** Takes the request, and never answers. */
export function silence(): Behaviour {
  return () => undefined;
}

/** Hangs up without an answer. */
export function hangUp(): Behaviour {
  return (request) => request.socket.destroy();
}

/** Answers with what is no HTTP. */
export function gibberish(): Behaviour {
  return (request) => request.socket.end("\u0000\u0001 this is no HTTP\r\n\r\n");
}

/** Small on the wire and huge when unpacked. */
export function gzipBomb(unpackedBytes: number): Behaviour {
  return answer(gzipSync(Buffer.alloc(unpackedBytes)), { "content-type": "audio/wav", "content-encoding": "gzip" });
}
