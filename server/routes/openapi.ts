// The OpenAPI document, made from the contract.
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Endpoint } from '../contract/endpoint.ts';
import { endpoints } from '../contract/endpoints.ts';
import { problemSchema } from '../contract/problem.ts';
import { linesType } from './lines.ts';

/** The OpenAPI 3.1 document of the whole API. */
export function openApiDocument(version: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints)
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Entente',
      version,
      description: 'Who is connected to whom in defence cooperation, with the source behind every line.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
  });
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const problem = {
    description: 'A problem document.',
    content: { 'application/problem+json': { schema: problemSchema } },
  };
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    requestParams: {
      ...(endpoint.params instanceof z.ZodObject ? { path: endpoint.params } : {}),
      ...(endpoint.query instanceof z.ZodObject ? { query: endpoint.query } : {}),
    },
    ...(endpoint.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: endpoint.body } } } }),
    responses: {
      '200': {
        description: endpoint.summary,
        content: {
          ...Object.fromEntries(
            (endpoint.contentTypes ?? ['application/json']).map((type) => [type, { schema: endpoint.response }]),
          ),
          ...(endpoint.lines === undefined ? {} : { [linesType]: { schema: endpoint.lines } }),
        },
      },
      ...(endpoint.id === 'getReady'
        ? { '503': { description: 'Not ready.', content: { 'application/json': { schema: endpoint.response } } } }
        : {}),
      ...(endpoint.path.includes('{id}') && endpoint.method === 'get'
        ? { '308': { description: 'The entity has another id now; Location leads to it.' } }
        : {}),
      default: problem,
    },
  };
}
