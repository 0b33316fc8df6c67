// The picture to hand in: what the dialog asks for, and the file that comes back.
import type { ExportRequest } from '../../server/contract/export.ts';
import type { Api } from '../api/api.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';
import type { Positions } from './shown.ts';

export const pictureFormats = ['svg', 'png'] as const;
export const pictureScales = [1, 2, 4] as const;

/** What the picture shows, apart from the choices in the dialog. */
export interface PictureContent {
  readonly ids: readonly string[];
  /** Ids of the lines that the legend leaves visible. */
  readonly relations: readonly string[];
  readonly positions: Positions;
  readonly lang: ExportRequest['lang'];
}

/** A file for the user. */
export interface PictureFile {
  readonly blob: Blob;
  readonly name: string;
}

/** The choices of the dialog. */
export class Picture {
  readonly #api: Api;
  readonly #newest = new Newest();
  title = $state('');
  date = $state('');
  theme = $state<ExportRequest['theme']>('light');
  format = $state<ExportRequest['format']>('svg');
  scale = $state<(typeof pictureScales)[number]>(2);
  outcome = $state.raw<Loading<PictureFile>>(idle);

  constructor(api: Api) {
    this.#api = api;
  }

  /** Starts with today's date and the page's theme; a title stays from last time. */
  open(today: string, theme: ExportRequest['theme'], title: string): void {
    this.date = today;
    this.theme = theme;
    this.title ||= title;
    this.outcome = idle;
  }

  /** Asks the server for the file. */
  async make(content: PictureContent): Promise<void> {
    this.outcome = loading;
    const request = this.#request(content);
    await this.#newest.run(
      async (signal) => ({ blob: await this.#api.picture(request, signal), name: fileName(request) }),
      (outcome) => (this.outcome = outcome),
    );
  }

  #request({ ids, relations, positions, lang }: PictureContent): ExportRequest {
    const title = this.title.trim();
    return {
      ids: [...ids],
      relations: [...relations],
      positions: Object.fromEntries(ids.flatMap((id) => (positions[id] ? [[id, { ...positions[id] }]] : []))),
      lang,
      theme: this.theme,
      format: this.format,
      scale: this.format === 'png' ? this.scale : 1,
      ...(title === '' ? {} : { title }),
      ...(this.date === '' ? {} : { date: this.date }),
    };
  }
}

/** A file name from title and date: letters folded, words joined by hyphens. */
export function fileName({ title, date, format }: Pick<ExportRequest, 'title' | 'date' | 'format'>): string {
  const words = `${title ?? 'entente'} ${date ?? ''}`
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `${words.slice(0, 80) || 'entente'}.${format}`;
}
