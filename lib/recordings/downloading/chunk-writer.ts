import { Writable } from "node:stream";

/**
 * Hands the chunks of a socket on one by one, and gives their memory back as soon as the next one comes. Left to the garbage collector, which
 * counts objects rather than what hangs on them, a large file would take as much memory again as the whole application.
 */
export class ChunkWriter extends Writable {
  private readonly handle: (chunk: Buffer) => Promise<void>;
  private previous: Buffer | null = null;

  constructor(handle: (chunk: Buffer) => Promise<void>) {
    // One chunk at a time: waiting chunks would be joined, and the copies are garbage again.
    super({ highWaterMark: 1 });
    this.handle = handle;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.handle(chunk).then(() => {
      // Chunks come in order, so nobody waits for more of a buffer once another has begun.
      if (this.previous && this.previous.buffer !== chunk.buffer) freeMemory(this.previous);
      this.previous = chunk;
      done();
    }, done);
  }
}

/** Only what a socket filled for us alone. Node shares a pool out to small buffers, and none of those takes half of it. */
function freeMemory({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && byteLength > buffer.byteLength / 2) buffer.transfer(0);
}
