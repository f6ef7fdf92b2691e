// The API as an OpenAPI 3.1 document, made from the table of routes and nothing else.
import { z } from 'zod';
import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { problemSchema } from './common';
import { ROUTES, type Route } from './routes';

/** @param version of the program that speaks so */
export function openApiDocument({ version }: { readonly version: string }): oas31.OpenAPIObject {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Resumption',
      version,
      description:
        'Runs of scenarios: made, followed day by day, decided in, compared and asked why. Whatever cannot be done is ' +
        'answered as a problem (RFC 9457) with a code, the place and what to do next.',
    },
    security: [{ key: [] }, { cookie: [] }],
    paths: pathsOf(ROUTES),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key of the gateway.' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'resumption_key', description: 'The same, for the page.' },
      },
    },
  });
}

function pathsOf(routes: Readonly<Record<string, Route>>): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, route] of Object.entries(routes))
    (paths[route.path] ??= {})[route.method] = operationOf(name, route);
  return paths;
}

function operationOf(name: string, route: Route): ZodOpenApiOperationObject {
  const { summary, roles, params, query, body, isIdempotent, status = 200 } = route;
  return {
    operationId: name,
    summary,
    ...(roles === 'anyone' ? { security: [] } : { description: `For: ${roles.join(', ')}.` }),
    requestParams: {
      ...(params && { path: params }),
      ...(query && { query }),
      ...(isIdempotent === true && { header: z.object({ 'Idempotency-Key': idempotencyKey }) }),
    },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [status]: { description: status === 204 ? 'Done.' : summary, ...contentOf(route) },
      default: {
        description: 'What is wrong, and what to do next.',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  };
}

const idempotencyKey = z
  .string()
  .min(1)
  .max(128)
  .optional()
  .meta({ description: 'The same key again gets the first answer.' });

function contentOf({ answer, content }: Route): Pick<ZodOpenApiResponseObject, 'content'> {
  if (content !== undefined) return { content: { [content]: { schema: { type: 'string', format: 'binary' } } } };
  return answer ? { content: { 'application/json': { schema: answer } } } : {};
}
