/** The flows of a subnet as SVG: around it where there is room, in one column on a narrow screen. */

import type { FlowDrawing } from './flow-drawing.ts';
import type { PictureOptions } from './flow-parts.ts';
import { narrowFlowPicture } from './narrow-flow-picture.ts';
import { wideFlowPicture } from './wide-flow-picture.ts';

export const flowPicture = (drawing: FlowDrawing, options: PictureOptions): string =>
  options.shape === 'wide'
    ? wideFlowPicture(drawing, options)
    : narrowFlowPicture(drawing, options);
