// A part of a request by its schema. What is unknown is refused: a misspelt name would otherwise be silently nothing.
import { z } from 'zod';
import { ApiError } from './api-error';

type PartName = 'path' | 'query' | 'body';

/** @throws ApiError API_BAD_INPUT; 404 where the path itself cannot be */
export function parsed(schema: z.ZodType | undefined, value: unknown, part: PartName): unknown {
  if (schema === undefined) {
    if (part === 'query' && Object.keys(value as object).length > 0)
      throw unknownKey(Object.keys(value as object)[0], []);
    return undefined;
  }
  const strict = schema instanceof z.ZodObject ? schema.strict() : schema;
  const result = strict.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
    throw unknownKey(issue.keys[0], Object.keys((strict as z.ZodObject).shape));
  }
  const path = [part, ...issue.path].map(String).join('.').slice(0, 200);
  const also = result.error.issues.length > 1 ? ` (and ${result.error.issues.length - 1} more)` : '';
  const reason = `${issue.message}.${also}`;
  const mend = 'GET /v1/openapi.json says what it takes.';
  throw new ApiError(part === 'path' ? 404 : 422, { code: 'API_BAD_INPUT', path, reason, mend });
}

function unknownKey(key: string, known: readonly string[]): ApiError {
  const mend = known.length === 0 ? 'It takes none.' : `It takes ${known.join(', ')}.`;
  const reason = `there is no ${JSON.stringify(key.slice(0, 60))}.`;
  return new ApiError(422, { code: 'API_UNKNOWN_KEY', path: key.slice(0, 60), reason, mend });
}
