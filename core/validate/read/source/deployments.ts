/** What the files of a repository deploy, and files that may deploy more but cannot be read. */

import { surveyBicep } from '../bicep/entry.ts';
import { surveyTerraform } from '../hcl/entry.ts';
import { folderOf, type SourceFiles } from './files.ts';
import type { SourceProblem } from './location.ts';
import type { Deployable } from './survey.ts';

export interface FoundDeployments {
  readonly deployments: readonly Deployable[];
  /** Of each file that may hold a service, or lead to one, and that no deployment contains: its first problem. */
  readonly broken: readonly SourceProblem[];
}

const serviceText =
  /Microsoft\.ApiManagement\/|azurerm_api_management"|api-management\/service|\bsource\s*=\s*"[^"\n]*(?<=["/_-])(?:api[-_]?management|apim)(?=$|[/?."\s])/im;
/** The quote at its end may be what is missing. */
const quotedPath = /["']([\w./-]+)/g;

export function findDeployments(files: SourceFiles): FoundDeployments {
  const [bicep, terraform] = [surveyBicep(files), surveyTerraform(files)];
  const contained = bicep.contained.union(terraform.contained);
  const folders = new Set([...terraform.contained].map(folderOf));
  const leadsToDeployment = (path: string, text: string) =>
    [...text.matchAll(quotedPath)].some(([, name = '']) => {
      const target = files.resolve(path, name);
      if (target === undefined || target === path) return false;
      return contained.has(target) || (name.startsWith('.') && folders.has(target));
    });
  return {
    deployments: [...bicep.deployments, ...terraform.deployments],
    broken: [...bicep.problems, ...terraform.problems].filter(({ file }) => {
      const text = files.text(file) ?? '';
      return serviceText.test(text) || leadsToDeployment(file, text);
    }),
  };
}
