/**
 * Sends requests over many connections, each waiting for its response before the next request. It uses sockets directly:
 * that takes a fraction of what an HTTP client takes, so that the server is what is measured.
 */

import { connect } from 'node:net';

export interface Load {
  readonly port: number;
  readonly path: string;
  readonly connections: number;
  readonly milliseconds: number;
  /** The body of the next request. */
  next(): string;
}

function requestText(path: string, body: string): string {
  return `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Bytes of the response that begins here; undefined until its head has come. */
function lengthOf(text: string): number | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = text.slice(0, end);
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`not 200: ${text.slice(0, 500)}`);
  const [, length] = /content-length: (\d+)/i.exec(head) ?? [];
  if (length === undefined) throw new Error(`no length: ${head}`);
  return end + 4 + Number(length);
}

function sendRequests(load: Load, until: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(load.port, '127.0.0.1');
    let responses = 0;
    let text = '';
    let received = 0;
    let expected: number | undefined;
    const send = () => socket.write(requestText(load.path, load.next()));
    socket.setNoDelay().on('error', reject).on('connect', send);
    socket.on('data', (chunk) => {
      received += chunk.length;
      if (expected === undefined) {
        text += chunk.toString('latin1');
        try {
          expected = lengthOf(text);
        } catch (error) {
          socket.destroy();
          reject(error);
          return;
        }
      }
      if (expected === undefined || received < expected) return;
      responses += 1;
      text = '';
      received = 0;
      expected = undefined;
      if (performance.now() < until) send();
      else socket.end(() => resolve(responses));
    });
  });
}

/** How many responses came. */
export async function countResponses(load: Load): Promise<number> {
  const until = performance.now() + load.milliseconds;
  const clients = Array.from({ length: load.connections }, () => sendRequests(load, until));
  return (await Promise.all(clients)).reduce((sum, count) => sum + count, 0);
}
