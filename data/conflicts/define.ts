/** What the files about conflicts share: how a position cites its document. */

import { cite } from '../cite.ts';

/** A citation of what a document says against another document. */
export const said = (source: string, section: string) => cite(source, section, 'DISPUTED');
