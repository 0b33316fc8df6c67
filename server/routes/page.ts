// The page itself: its index with a fresh nonce for each response, by which an editor may add its style element.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RequestHandler } from 'express';
import { EntenteError } from '../errors.ts';

/** Sources by directive of a content policy. */
type ContentPolicy = Readonly<Record<string, readonly string[]>>;

/** What stands in `index.html` where the nonce belongs. */
const placeholder = '__STYLE_NONCE__';
const nonceBytes = 18;

/**
 * Answers with the built `index.html`, under a policy that allows style elements with this response's nonce.
 *
 * @param policyWith the content policy of the page, given the source `'nonce-…'`
 */
export function pageRoute(indexFile: string, policyWith: (nonce: string) => ContentPolicy): RequestHandler {
  return async (_request, response) => {
    const page = await readFile(indexFile, 'utf8').catch((cause: unknown) => {
      throw pageNotBuilt(cause);
    });
    const nonce = randomBytes(nonceBytes).toString('base64');
    response
      .set('Cache-Control', 'no-cache')
      .set('Content-Security-Policy', policyText(policyWith(`'nonce-${nonce}'`)))
      .type('html')
      .send(page.replaceAll(placeholder, nonce));
  };
}

function policyText(policy: ContentPolicy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join(';');
}

function pageNotBuilt(cause: unknown): EntenteError {
  return new EntenteError({
    code: 'page-not-built',
    status: 503,
    message: 'The page has not been built.',
    advice: 'Run npm run build and start again.',
    cause,
  });
}
