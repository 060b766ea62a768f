/**
 * What reading sources takes, in processor time: a file of a thousand lines of Bicep and of Terraform, read again and again
 * in one process, the best of many rounds; and a repository of a hundred files, judged once in a process that has judged
 * nothing before, the best of some. Loading the program is not part of it: that depends on how it is bundled.
 */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { shippedServiceTagFiles } from '../core/network/service-tags/shipped-files.ts';
import { Budget } from '../core/validate/read/arm/budget.ts';
import { readDocument } from '../core/validate/read/document.ts';
import { readSource } from '../core/validate/read/source/read-source.ts';
import { validateInput } from '../core/validate/validate-input.ts';
import { languages, longFile, repository } from './sources.ts';

const lines = 1000;
const files = 100;
const rounds = 40;
const warmUps = 10;
const processes = 5;

/** Processor time of one call, in milliseconds. */
function timeOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds of a new process for the verdict on a repository, once the program is loaded. */
function coldTime(language: string): number {
  const path = fileURLToPath(import.meta.url);
  const { status, stdout } = spawnSync(process.execPath, [path, language], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the process for ${language} failed`);
  return Number(stdout);
}

/** Milliseconds for the verdict; throws where the sources are not read. */
function judge(language: (typeof languages)[number]): number {
  const source = { files: repository(language, files) };
  return timeOf(() => {
    const { flows } = validateInput(
      { source },
      {
        serviceTagFiles: shippedServiceTagFiles,
        whatIf: 'NONE',
      },
    );
    if (!flows.some(({ outcome }) => outcome === 'ALLOWED')) throw new Error('nothing is allowed');
  });
}

/** Each round measures both languages in turn. */
function measure(): void {
  const measurements = languages.map((language) => {
    const source = { files: [longFile(language, lines)] };
    const read = () => {
      const budget = new Budget();
      readDocument(readSource(source, {}, budget).document, { budget });
    };
    return { language, read, reading: Number.POSITIVE_INFINITY, cold: Number.POSITIVE_INFINITY };
  });
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const one of measurements) {
      const time = timeOf(one.read);
      if (round >= 0) one.reading = Math.min(one.reading, time);
    }
  }
  for (let round = 0; round < processes; round += 1) {
    for (const one of measurements) one.cold = Math.min(one.cold, coldTime(one.language));
  }
  for (const { language, reading, cold } of measurements) {
    console.log(
      `${language}: ${lines} lines read in ${reading.toFixed(1)} ms; ${files} files judged in ${cold.toFixed(0)} ms in a new process`,
    );
  }
}

const [named] = process.argv.slice(2);
const language = languages.find((one) => one === named);
if (language) console.log(judge(language));
else measure();
