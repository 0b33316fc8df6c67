// Saving the answer as a file: which format, how far it is, and whether it failed.
import { fileOf } from '../answers/files.ts';
import type { FileFormat } from '../answers/files.ts';
import type { JsonContent } from '../answers/json-view.ts';
import type { SheetStyle } from '../../server/graph/answers/sheet.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';

/** A file for the user. */
export interface AnswerFileResult {
  readonly blob: Blob;
  readonly name: string;
}

/** The files made of answers. */
export class AnswerFile {
  readonly #newest = new Newest();
  outcome = $state.raw<Loading<AnswerFileResult>>(idle);

  /** Makes the file; undefined where that failed or a newer one took its place. */
  async make(
    content: JsonContent,
    format: FileFormat,
    style: SheetStyle,
    called: { readonly title: string; readonly name: string },
  ): Promise<AnswerFileResult | undefined> {
    this.outcome = loading;
    let made: AnswerFileResult | undefined;
    await this.#newest.run(
      async () => ({ blob: await fileOf(content, format, style, called.title), name: `${called.name}.${format}` }),
      (outcome) => {
        this.outcome = outcome;
        if (outcome.state === 'ready') made = outcome.value;
      },
    );
    return made;
  }
}
