/** What the commands turn into a sentence and an exit code. `remedy` says what to do next. */
export class CampanileError extends Error {
  readonly code:
    | 'usage'
    | 'configuration'
    | 'knowledge'
    | 'index'
    | 'data-folder'
    | 'embedding'
    | 'store'
    | 'key'
    | 'lock';
  readonly remedy: string;

  constructor(code: CampanileError['code'], message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CampanileError';
    this.code = code;
    this.remedy = remedy;
  }
}

/** A knowledge file that cannot be used: which file, which line, what is wrong with it. */
export class KnowledgeError extends CampanileError {
  constructor(file: string, line: number | null, what: string) {
    const where = line === null ? file : `${file}, line ${line}`;
    super(
      'knowledge',
      `${where}: ${what}`,
      'Mend the file (knowledge/README.md tells the format), or restore it from the release.',
    );
    this.name = 'KnowledgeError';
  }
}
