/** The cards as PNG, drawn when the site is built. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { APIRoute, GetStaticPaths } from 'astro';
import satori from 'satori';
import sharp from 'sharp';
import mark from '../../assets/mark.svg?raw';
import { type Card, cardSize, cards } from '../../lib/cards.ts';

export const getStaticPaths = (() =>
  cards.map((card) => ({ params: { kind: card.kind }, props: { card } }))) satisfies GetStaticPaths;

/** Pixels. */
const edge = 72;
const ink = '#10202b';
const faint = '#4c5c66';
const good = '#1c7040';
const bad = '#b3231b';

const { resolve } = createRequire(import.meta.url);
const fonts = await Promise.all(
  ([400, 700] as const).map(async (weight) => ({
    name: 'Inter',
    weight,
    data: await readFile(resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`)),
  })),
);

type Node = Parameters<typeof satori>[0];

const box = (style: Record<string, string | number>, ...children: unknown[]) =>
  ({ type: 'div', props: { style: { display: 'flex', ...style }, children } }) as unknown as Node;

const image = (svg: string, width: number, height: number) =>
  ({
    type: 'img',
    props: {
      src: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
      width,
      height,
    },
  }) as unknown as Node;

/** A subnet with flows that pass, and one that a rule stops. */
function picture(): string {
  const lines = [0, 1, 2, 3, 4].map((index) => {
    const y = 60 + index * 80;
    return index === 1
      ? `<path d="M150 ${y}h60" stroke="${bad}" stroke-width="7"/><path d="M228 ${y - 16}l32 32m0-32l-32 32" stroke="${bad}" stroke-width="8" stroke-linecap="round"/><path d="M280 ${y}h50" stroke="${bad}" stroke-width="6" stroke-dasharray="6 10"/>`
      : `<path d="M150 ${y}h160" stroke="${good}" stroke-width="5"/><path d="M306 ${y - 11}l24 11l-24 11z" fill="${good}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 440" fill="none"><rect x="10" y="10" width="118" height="420" rx="12" fill="#daeff1" stroke="#0d6170" stroke-width="2"/><path d="M138 10v420" stroke="#0d6170" stroke-width="12"/>${lines.join('')}</svg>`;
}

const layout = ({ title, text }: Card): Node =>
  box(
    {
      width: cardSize.width - 2 * edge,
      height: cardSize.height - 2 * edge,
      padding: edge,
      gap: 56,
      alignItems: 'center',
      background: '#fdfdfb',
      color: ink,
      fontFamily: 'Inter',
    },
    box(
      { flex: 1, height: '100%', flexDirection: 'column', justifyContent: 'space-between' },
      box(
        { alignItems: 'center', gap: 20, fontSize: 34, fontWeight: 700 },
        image(mark, 56, 56),
        'APIM Network Atlas',
      ),
      box(
        { flexDirection: 'column', gap: 28 },
        box({ fontSize: 66, fontWeight: 700, lineHeight: 1.1, letterSpacing: -2 }, title),
        box({ fontSize: 32, lineHeight: 1.4, color: faint }, text),
      ),
      box({ fontSize: 26, color: faint }, 'Azure API Management in virtual networks'),
    ),
    image(picture(), 340, 440),
  );

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) => {
  const svg = await satori(layout(card), { ...cardSize, fonts });
  const png = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
