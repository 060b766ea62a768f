/** The deployments of one text or one JSON file. */

import { languageOfText } from '../../core/validate/read/source/text-language.ts';
import type { NotJudged } from '../../core/validate/report/check-run.ts';
import { isTooLarge, readText, unreadableReason } from '../read-text.ts';
import { type FileInputs, none } from './check-input.ts';
import { readJson } from './read-json.ts';

/** Bicep, Terraform or JSON by what the text looks like. */
export function fromText(path: string, text: string): FileInputs {
  const language = languageOfText(text);
  if (language === undefined) return fromJson(path, text, false);
  const name = language === 'Terraform' ? 'main.tf' : 'main.bicep';
  return {
    inputs: [{ path, input: { source: { files: [{ path: name, text }] } }, isStream: true }],
    notJudged: [],
    texts: new Map([[name, text]]),
  };
}

const serviceText = /Microsoft\.ApiManagement\/service["/]|azurerm_api_management"/i;

export function fromJsonFile(name: string, path: string, isFound: boolean): FileInputs {
  try {
    if (!isTooLarge(path)) return fromJson(name, readText(path), isFound);
    return notJudged({ path: name, reason: 'it is larger than 8 MB', isError: !isFound });
  } catch (error) {
    return notJudged({ path: name, reason: unreadableReason(error), isError: true });
  }
}

/** Of the JSON files of a folder those count that name a service; one that is named itself must be readable, too. */
function fromJson(path: string, text: string, isFound: boolean): FileInputs {
  if (!serviceText.test(text)) {
    const reason = 'it names no API Management service';
    return isFound ? none : notJudged({ path, reason, isError: false });
  }
  const document = readJson(text);
  if ('problem' in document) {
    return notJudged({ path, reason: document.problem, isError: !isFound });
  }
  return {
    inputs: [{ path, input: { document: document.value }, text, isFound }],
    notJudged: [],
    texts: new Map([[path, text]]),
  };
}

export const notJudged = (one: NotJudged): FileInputs => ({ ...none, notJudged: [one] });
