// The endpoints by which a page signs in and out where the program asks for a token.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const sessionSchema = z.strictObject({
  tokenInUse: z.boolean().describe('Whether the program asks for a token at all.'),
  signedIn: z.boolean().describe('Whether a session of this browser stands for the token.'),
});

export const session = endpoint({
  id: 'getSession',
  method: 'get',
  path: '/api/session',
  summary: 'Whether a token is in use, and whether a session stands for it.',
  response: sessionSchema,
});

export const openSession = endpoint({
  id: 'openSession',
  method: 'post',
  path: '/api/session',
  summary: 'Signs in: the right token is answered with a cookie that stands for it.',
  body: z.strictObject({ token: z.string().min(1).max(512).describe('The token of the program.') }),
  response: sessionSchema,
});

export const closeSession = endpoint({
  id: 'closeSession',
  method: 'delete',
  path: '/api/session',
  summary: 'Signs out: takes the cookie away.',
  response: sessionSchema,
});
