/**
 * Asks a server over so many connections at once, each waiting for its answer before it asks again. Written against
 * sockets: it takes a fraction of what an HTTP client takes, so that the server is what is measured.
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

/** Bytes of the answer that begins here; undefined where its head has not come yet. */
function lengthOf(text: string): number | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = text.slice(0, end);
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`not answered: ${text.slice(0, 500)}`);
  const [, length] = /content-length: (\d+)/i.exec(head) ?? [];
  if (length === undefined) throw new Error(`no length: ${head}`);
  return end + 4 + Number(length);
}

function converse(load: Load, until: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(load.port, '127.0.0.1');
    let answers = 0;
    let text = '';
    let received = 0;
    let expected: number | undefined;
    const ask = () => socket.write(requestText(load.path, load.next()));
    socket.setNoDelay().on('error', reject).on('connect', ask);
    socket.on('data', (chunk) => {
      received += chunk.length;
      if (expected === undefined) {
        text += chunk.toString('latin1');
        expected = lengthOf(text);
      }
      if (expected === undefined || received < expected) return;
      answers += 1;
      text = '';
      received = 0;
      expected = undefined;
      if (performance.now() < until) ask();
      else socket.end(() => resolve(answers));
    });
  });
}

/** How many requests were answered. */
export async function answered(load: Load): Promise<number> {
  const until = performance.now() + load.milliseconds;
  const conversations = Array.from({ length: load.connections }, () => converse(load, until));
  return (await Promise.all(conversations)).reduce((sum, answers) => sum + answers, 0);
}
