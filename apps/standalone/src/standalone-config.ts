// What `resumption serve` tells the one process.
import { InputError } from '#libs/messages';
import { z } from 'zod';

const environmentSchema = z.object({
  RESUMPTION_SERVE_FOLDER: z.string().min(1),
  RESUMPTION_HTTP_HOST: z.string().min(1).default('127.0.0.1'),
  RESUMPTION_HTTP_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  RESUMPTION_LOG_LEVEL: z.enum(['error', 'warn', 'log', 'debug', 'verbose']).default('warn'),
});

export interface StandaloneConfig {
  /** Where the database and the state file lie. */
  readonly folder: string;
  readonly httpHost: string;
  /** 0: any free one. */
  readonly httpPort: number;
  readonly logLevel: z.infer<typeof environmentSchema>['RESUMPTION_LOG_LEVEL'];
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
    httpHost: data.RESUMPTION_HTTP_HOST,
    httpPort: data.RESUMPTION_HTTP_PORT,
    logLevel: data.RESUMPTION_LOG_LEVEL,
  };
}
