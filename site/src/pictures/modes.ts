/** The picture of external or internal mode: who resolves the names, who answers, and what each address is for. */

import type { Mode } from './flows.ts';

type Point = readonly [x: number, y: number];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly name: string;
  readonly note: string;
  /** Of no use in this mode. */
  readonly isMuted?: boolean;
}

interface Address {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly isMuted?: boolean;
}

interface Arrow {
  readonly points: readonly Point[];
  /** A cross in place of the head. */
  readonly isStopped?: boolean;
  readonly label?: { readonly x: number; readonly y: number; readonly text: string };
}

interface ModePicture {
  readonly boxes: readonly Box[];
  readonly addresses: readonly Address[];
  readonly arrows: readonly Arrow[];
  readonly description: string;
}

/** What the port rules say of the two flows that are drawn. */
export interface ModeFlows {
  /** Undefined where no rule lets clients in. */
  readonly clients?: { readonly ports: string };
  readonly management: { readonly ports: string; readonly tag: string };
}

export const pictureSize = { width: 400, height: 530 };
export const boxHeight = 46;
export const addressHeight = 28;
export const network = { x: 1, y: 200, width: 398, height: 246 };
export const instance = { x: 226, y: 240, width: 160, height: 190 };

const publicAddress = { x: 236, y: 186, width: 140 };
const privateAddress = { x: 236, y: 349, width: 140 };
const outside = { x: 1, width: 184 };
const inside = { x: 14, width: 184 };

export function modePicture(mode: Mode, { clients, management }: ModeFlows): ModePicture {
  const isExternal = mode === 'EXTERNAL';
  const common = {
    boxes: [
      { x: 222, y: 24, width: 177, name: 'Control plane', note: management.tag },
      { x: 205, y: 480, width: 194, name: 'Public backends', note: 'see the public address' },
    ],
    arrows: [
      {
        points: [
          [356, 70],
          [356, 186],
        ],
        label: { x: 286, y: 96, text: management.ports },
      },
      {
        points: [
          [306, 214],
          [306, 240],
        ],
      },
      {
        points: [
          [306, 430],
          [306, 480],
        ],
      },
    ],
  } satisfies Pick<ModePicture, 'boxes' | 'arrows'>;
  const always = `The control plane reaches the public address on ${management.ports}. Public backends see the public address.`;
  if (isExternal) {
    return {
      boxes: [
        ...common.boxes,
        { ...outside, y: 24, name: 'Azure resolves', note: 'to the public address' },
        { ...outside, y: 104, name: 'Clients', note: 'anywhere' },
      ],
      addresses: [
        { ...publicAddress, text: 'Public address' },
        { ...privateAddress, text: 'No private address', isMuted: true },
      ],
      arrows: [
        ...common.arrows,
        {
          points: [
            [92, 104],
            [92, 70],
          ],
          label: { x: 102, y: 92, text: '1' },
        },
        {
          points: [
            [185, 127],
            [276, 127],
            [276, 186],
          ],
          label: { x: 194, y: 120, text: `2  ${clients?.ports ?? ''}` },
        },
      ],
      description: `External mode. Azure resolves the host names to the public address, which answers clients on ${clients?.ports}. There is no private address. ${always}`,
    };
  }
  return {
    boxes: [
      ...common.boxes,
      { ...outside, y: 24, name: 'Public DNS', note: 'has none of the names', isMuted: true },
      { ...outside, y: 104, name: 'Clients', note: 'on the internet', isMuted: true },
      { ...inside, y: 250, name: 'Your DNS resolves', note: 'to the private address' },
      { ...inside, y: 340, name: 'Clients', note: 'in your networks' },
    ],
    addresses: [
      { ...publicAddress, text: 'Public address' },
      { ...privateAddress, text: 'Private address' },
    ],
    arrows: [
      ...common.arrows,
      {
        points: [
          [185, 127],
          [280, 127],
        ],
        isStopped: true,
        label: { x: 194, y: 120, text: 'no answer' },
      },
      {
        points: [
          [106, 340],
          [106, 296],
        ],
        label: { x: 116, y: 323, text: '1' },
      },
      {
        points: [
          [198, 363],
          [236, 363],
        ],
        label: { x: 207, y: 356, text: '2' },
      },
    ],
    description: `Internal mode. Your DNS resolves the host names to the private address, which answers clients in your networks. No name is in public DNS, and clients on the internet reach nothing. ${always}`,
  };
}

/** The head of an arrow in the direction of its last part, or the cross of one that is stopped. */
export function headOf({ points, isStopped }: Arrow): string {
  const [x, y] = points.at(-1) ?? [0, 0];
  if (isStopped) return `M${x - 6} ${y - 6}l12 12m0-12l-12 12`;
  const [fromX] = points.at(-2) ?? [x, y];
  const [, fromY] = points.at(-2) ?? [x, y];
  return x === fromX
    ? `M${x} ${y}l-4.5 ${-8 * Math.sign(y - fromY)}h9z`
    : `M${x} ${y}l${-8 * Math.sign(x - fromX)} -4.5v9z`;
}
