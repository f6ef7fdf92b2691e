// `resumption schema scenario|run|openapi|asyncapi|events-md`: JSON Schemas for editors and for programs that read `--json`,
// the gateway's API as OpenAPI, and what travels on the log of records, as AsyncAPI and as a page.
import { openApiDocument } from '#libs/api';
import { asyncApiDocument, eventsMarkdown } from '#libs/messages';
import { scenarioJsonSchema } from '#libs/scenario';
import type { Context } from '../context';
import { runJsonSchema } from '../run-schema';
import { packageVersion } from '../version';

export const SCHEMAS = ['scenario', 'run', 'openapi', 'asyncapi', 'events-md'] as const;

export function schema(name: (typeof SCHEMAS)[number], context: Context): void {
  context.out(contentOf(name));
}

function contentOf(name: (typeof SCHEMAS)[number]): string {
  const asJson = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;
  switch (name) {
    case 'scenario':
      return asJson(scenarioJsonSchema());
    case 'run':
      return asJson(runJsonSchema());
    case 'openapi':
      return asJson(openApiDocument({ version: packageVersion() }));
    case 'asyncapi':
      return asJson(asyncApiDocument({ version: packageVersion() }));
    case 'events-md':
      return eventsMarkdown(asyncApiDocument({ version: packageVersion() }));
    default:
      return name satisfies never;
  }
}
