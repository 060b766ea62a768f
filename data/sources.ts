/** The documents and weekly files that the facts come from, oldest first; the documents are in sources/. */

import type { Source } from './model.ts';
import { documents2019To2022 } from './sources/2019-2022.ts';
import { documents2023To2024 } from './sources/2023-2024.ts';
import { documents2025 } from './sources/2025.ts';
import { documents2026 } from './sources/2026.ts';
import { weeklyFileSources } from './weekly-files.ts';

const documents: readonly Source[] = [
  ...documents2019To2022,
  ...documents2023To2024,
  ...documents2025,
  ...documents2026,
];

export const sources: readonly Source[] = [...documents, ...weeklyFileSources].sort((one, other) =>
  // Not localeCompare, whose first call takes as long as the rest of this folder.
  one.date === other.date ? 0 : one.date < other.date ? -1 : 1,
);
