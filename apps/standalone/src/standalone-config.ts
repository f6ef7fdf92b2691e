// What `resumption serve` tells the one process.
import { InputError } from '#libs/messages';
import { z } from 'zod';

const environmentSchema = z.object({
  RESUMPTION_SERVE_FOLDER: z.string().min(1),
  RESUMPTION_SERVE_PAGE: z.stringbool().default(true),
  RESUMPTION_HTTP_HOST: z.string().min(1).default('127.0.0.1'),
  RESUMPTION_HTTP_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  RESUMPTION_LOG_LEVEL: z.enum(['error', 'warn', 'log', 'debug', 'verbose']).default('warn'),
  RESUMPTION_KEYS_FILE: z.string().min(1).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .or(z.literal(''))
    .default(''),
});

export interface StandaloneConfig {
  /** Where the database and the state file lie. */
  readonly folder: string;
  /** Whether there are a gateway and a page; health alone otherwise. */
  readonly hasPage: boolean;
  readonly httpHost: string;
  /** 0: any free one. */
  readonly httpPort: number;
  readonly logLevel: z.infer<typeof environmentSchema>['RESUMPTION_LOG_LEVEL'];
  /** Without one this machine alone may ask. */
  readonly keysFile: string | undefined;
  /** Where traces are sent; empty: nowhere. */
  readonly tracesUrl: string;
}

/** @throws InputError CFG_VALUE */
export function standaloneConfig(environment: Readonly<Record<string, string | undefined>>): StandaloneConfig {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const mend = 'Start it by `resumption serve`, which sets it.';
    throw new InputError({ code: 'CFG_VALUE', path: String(issue.path[0]), reason: `${issue.message}.`, mend });
  }
  const { data } = parsed;
  return {
    folder: data.RESUMPTION_SERVE_FOLDER,
    hasPage: data.RESUMPTION_SERVE_PAGE,
    httpHost: data.RESUMPTION_HTTP_HOST,
    httpPort: data.RESUMPTION_HTTP_PORT,
    logLevel: data.RESUMPTION_LOG_LEVEL,
    keysFile: data.RESUMPTION_KEYS_FILE,
    tracesUrl: data.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}
