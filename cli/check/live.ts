/** The input of `check --live`: a service and its network as Azure has them. */

import type { Io } from '../io.ts';
import { azureIdAt, liveDocument } from '../live/document.ts';
import { repositoryOf } from '../scope.ts';
import type { CheckInputs } from './check-input.ts';

export async function liveInputs(resourceId: string, cloud: string, io: Io): Promise<CheckInputs> {
  const { id, document } = await liveDocument(resourceId, cloud, io);
  const base = repositoryOf(io.cwd);
  return {
    base,
    scope: { folder: base, bound: base },
    folders: [],
    inputs: [
      {
        path: id.name,
        input: { document },
        // The first key leads to the document itself.
        nameOf: (keys) => azureIdAt(document, keys.slice(1)),
      },
    ],
    notJudged: [],
    texts: new Map(),
  };
}
