/** A file that a person chose; nothing is read of it yet. */
export interface ChosenFile {
  /** Relative, with slashes; the name for a file without a folder. */
  readonly path: string;
  readonly file: File;
}
