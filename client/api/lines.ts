// Reads an answer that comes in lines: each checked against the contract, handed on as it comes, and never taken for whole when it was cut off.
import { answerLineSchema, queryAnswerSchema } from '../../server/contract/shapes.ts';
import type { AnswerLine } from '../../server/contract/shapes.ts';
import { Pace } from '../answers/pace.ts';
import { ApiError, isAbort, problemError } from './api-error.ts';

/** Rows in a portion made from an answer that came in one piece. */
const portion = 250;

/**
 * Hands on the lines of an answer, `end` last.
 *
 * @throws {ApiError} the server's problem where the last line is one; `cut-off` where the end is missing; AbortError
 */
export async function readAnswer(response: Response, onLine: (line: AnswerLine) => void): Promise<void> {
  const pace = new Pace();
  let hasEnded = false;
  for await (const line of linesOf(response)) {
    if ('status' in line) throw problemError(line);
    onLine(line);
    hasEnded = 'end' in line;
    await pace.rest();
  }
  if (!hasEnded) throw new ApiError('malformed', { code: 'cut-off', status: response.status });
}

async function* linesOf(response: Response): AsyncGenerator<AnswerLine> {
  if (!/jsonl/.test(response.headers.get('content-type') ?? '')) return yield* wholeAnswer(response);
  try {
    for await (const text of textLines(response.body)) {
      if (text.trim() === '') continue;
      const line = answerLineSchema.safeParse(JSON.parse(text));
      if (!line.success) throw new ApiError('malformed', { status: response.status, cause: line.error });
      yield line.data;
    }
  } catch (cause) {
    if (cause instanceof ApiError || isAbort(cause)) throw cause;
    throw new ApiError('malformed', { code: 'cut-off', status: response.status, cause });
  }
}

/** A server that does not stream answers in one piece, which is handed on in portions. */
async function* wholeAnswer(response: Response): AsyncGenerator<AnswerLine> {
  const body: unknown = await response.json().catch((cause: unknown) => {
    if (isAbort(cause)) throw cause;
    throw new ApiError('malformed', { status: response.status, cause });
  });
  const answer = queryAnswerSchema.safeParse(body);
  if (!answer.success) throw new ApiError('malformed', { status: response.status, cause: answer.error });
  const { columns, rows, graph, ...end } = answer.data;
  yield { columns };
  for (let at = 0; at < Math.max(1, rows.length); at += portion) {
    yield { rows: rows.slice(at, at + portion), graph: at === 0 ? graph : { nodes: [], relations: [] } };
  }
  yield { end: { ...end, rows: rows.length } };
}

/** The lines of a body of UTF-8 text, however it was cut into pieces. */
export async function* textLines(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  if (body === null) return;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = body.getReader();
  let pieces: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const [first = '', ...more] = decoder.decode(value, { stream: !done }).split('\n');
      pieces.push(first);
      for (const next of more) {
        yield pieces.join('');
        pieces = [next];
      }
      if (done) break;
    }
    yield pieces.join('');
  } finally {
    // Where the caller stops early, the rest is not wanted.
    await reader.cancel().catch(() => undefined);
  }
}
