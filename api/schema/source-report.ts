/** What a report says of source files: locations in them, values that are missing, what was read and what could not be. */

import type { MissingValue as MissingValueData } from '../../core/validate/read/missing-value.ts';
import type { FileUse as FileUseValue, UsedFile } from '../../core/validate/read/source/files.ts';
import type {
  SourceLocation as LocationData,
  SourceProblem as ProblemData,
} from '../../core/validate/read/source/location.ts';
import type { ReadSource as ReadSourceData } from '../../core/validate/report.ts';
import { builder } from './builder.ts';
import { useInstead } from './deprecation.ts';
import { enumOf } from './enum-of.ts';

export const SourceLocation = builder.objectRef<LocationData>('SourceLocation');

SourceLocation.implement({
  description: 'A location in the text of a source file.',
  fields: (t) => ({
    file: t.exposeString('file', { description: 'Path of the file as it was sent.' }),
    line: t.exposeInt('line', { description: 'Line, from 1.' }),
    column: t.exposeInt('column', {
      description: 'Column, from 1, in UTF-16 code units as editors count them.',
    }),
  }),
});

export const MissingValue = builder.objectRef<MissingValueData>('MissingValue');

MissingValue.implement({
  description:
    'A parameter or variable without a value that the verdict would need. The argument parameters takes one.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, as the argument parameters takes it.' }),
    pointer: t.exposeString('pointer', {
      description:
        'JSON pointer below the argument input to its declaration, or to the file with it.',
    }),
    path: t.exposeString('pointer', {
      deprecationReason: useInstead('pointer, which means the same'),
      description: 'JSON pointer below the argument input to its declaration.',
    }),
    sourceLocation: t.field({
      type: SourceLocation,
      nullable: true,
      description: 'Where a source file declares it; null for other inputs.',
      resolve: ({ sourceLocation }) => sourceLocation ?? null,
    }),
  }),
});

export const SourceProblem = builder.objectRef<ProblemData>('SourceProblem');

SourceProblem.implement({
  description: 'A part of a source file that could not be read, and what to do about it.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What is wrong and what to do.' }),
    sourceLocation: t.field({
      type: SourceLocation,
      description: 'Where in the files the part is.',
      resolve: ({ file, line, column }) => ({ file, line, column }),
    }),
  }),
});

const languages = ['BICEP', 'TERRAFORM'] as const satisfies Uppercase<ReadSourceData['language']>[];

const SourceLanguage = enumOf('SourceLanguage', 'The language of source files.', languages, {
  BICEP: 'Bicep, with .bicepparam and parameters.json files.',
  TERRAFORM: 'Terraform (HCL or .tf.json), with tfvars files.',
});

const fileUses = ['CODE', 'VALUES', 'CONTENT'] as const satisfies Uppercase<FileUseValue>[];

const SourceFileUse = enumOf('SourceFileUse', 'What a source file was read as.', fileUses, {
  CODE: 'Declarations: Bicep or Terraform.',
  VALUES: 'Values for parameters or variables.',
  CONTENT: 'Text that a declaration loads.',
});

const ReadSourceFile = builder.objectRef<UsedFile>('ReadSourceFile');

ReadSourceFile.implement({
  description: 'A file that the verdict rests on.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Its path, without dots.' }),
    use: t.field({
      type: SourceFileUse,
      description: 'Whether it has declarations, values or other text.',
      resolve: ({ use }) => use.toUpperCase() as Uppercase<FileUseValue>,
    }),
  }),
});

export const ReadSource = builder.objectRef<ReadSourceData>('ReadSource');

ReadSource.implement({
  description: 'What was read of the source files.',
  fields: (t) => ({
    language: t.field({
      type: SourceLanguage,
      description: 'Whether they are Bicep or Terraform.',
      resolve: ({ language }) => language.toUpperCase() as Uppercase<typeof language>,
    }),
    entry: t.exposeString('entry', {
      description:
        'The file (Bicep) or folder (Terraform) that was taken as what is deployed; empty for the top folder.',
    }),
    files: t.expose('files', {
      type: [ReadSourceFile],
      complexity: { multiplier: 50 },
      description: 'The files that were read, by path; those missing here were sent in vain.',
    }),
  }),
});
