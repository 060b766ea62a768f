/** The layout of the picture of flows: around the subnet on wide screens, in one column on narrow ones. */

import { type Flow, necessitiesOf, type Way, ways } from './flows.ts';

interface DrawnFlow extends Flow {
  readonly x: number;
  readonly y: number;
  /** The arrow from tail to head. Without one, the box shows the ports. */
  readonly arrow?: { readonly from: number; readonly to: number };
  /** Text above the arrow, and below it if one line is too short. */
  readonly above: string;
  readonly below?: string;
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Layout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly subnet: Rectangle;
  readonly flows: readonly DrawnFlow[];
  readonly headings: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly legend: readonly { readonly y: number; readonly necessity: string }[];
}

export const boxHeight = 46;
const pitch = 58;
const headingHeight = 30;
const legendPitch = 24;

function legendAt(flows: readonly Flow[], top: number) {
  return necessitiesOf(flows).map((necessity, index) => ({
    necessity,
    y: top + index * legendPitch,
  }));
}

export function wideLayout(flows: readonly Flow[]): Layout {
  const width = 880;
  const boxWidth = 196;
  const subnet = { x: 337, width: 206 };
  const inset = (subnet.width - boxWidth) / 2;
  const those = (way: Way) => flows.filter((flow) => flow.way === way);
  const legendRows = Math.ceil((necessitiesOf(flows).length * legendPitch) / pitch);
  const rows = Math.max(
    those('in').length + legendRows,
    those('out').length,
    those('within').length + 3,
  );
  const height = headingHeight + rows * pitch + 2;
  const yOf = (row: number) => headingHeight + row * pitch + (pitch - boxHeight) / 2;
  const right = width - boxWidth;
  const firstWithin = rows - those('within').length;
  return {
    name: 'wide',
    width,
    height,
    boxWidth,
    subnet: { ...subnet, y: headingHeight, height: rows * pitch },
    flows: [
      ...those('in').map((flow, row) => ({
        ...flow,
        x: 0,
        y: yOf(row),
        arrow: { from: boxWidth, to: subnet.x },
        above: flow.ports,
      })),
      ...those('out').map((flow, row) => ({
        ...flow,
        x: right,
        y: yOf(row),
        arrow: { from: subnet.x + subnet.width, to: right },
        above: flow.ports,
      })),
      ...those('within').map((flow, row) => ({
        ...flow,
        x: subnet.x + inset,
        y: yOf(firstWithin + row),
        above: flow.ports,
      })),
    ],
    headings: [
      { x: 0, y: 18, text: ways.in },
      { x: right, y: 18, text: ways.out },
      { x: subnet.x + inset, y: yOf(firstWithin) - 12, text: ways.within },
    ],
    legend: legendAt(flows, height - necessitiesOf(flows).length * legendPitch + 8),
  };
}

export function narrowLayout(flows: readonly Flow[]): Layout {
  const width = 328;
  const boxWidth = 180;
  const subnet = { x: 292, width: 36 };
  const drawn: DrawnFlow[] = [];
  const headings: Layout['headings'][number][] = [];
  let y = 0;
  for (const way of Object.keys(ways) as Way[]) {
    headings.push({ x: 0, y: y + 20, text: ways[way] });
    y += headingHeight;
    for (const flow of flows.filter((candidate) => candidate.way === way)) {
      const [above = '', ...rest] = flow.ports.split(' ');
      const arrow =
        way === 'out' ? { from: subnet.x, to: boxWidth } : { from: boxWidth, to: subnet.x };
      drawn.push({ ...flow, x: 0, y: y + 2, arrow, above, below: rest.join(' ') });
      y += pitch;
    }
  }
  const legend = legendAt(flows, y + 16);
  return {
    name: 'narrow',
    width,
    height: y + legend.length * legendPitch + 8,
    boxWidth,
    subnet: { ...subnet, y: headingHeight, height: y - headingHeight },
    flows: drawn,
    headings,
    legend,
  };
}
