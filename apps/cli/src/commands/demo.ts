// `npm run demo`: Keqiao's recovery, drawn in English and in Chinese.
import type { Context } from '../context';
import { drawRun } from '../terminal';
import { prepareRun, simulateRun } from './run';

export async function demo(path: string, context: Context): Promise<void> {
  const summary = await simulateRun(
    prepareRun(path, {}),
    { shards: 1, folder: undefined, frames: false, losses: true },
    context,
  );
  for (const language of ['en', 'zh'] as const) {
    context.out(`${drawRun(summary, { language, width: context.width, color: context.color })}\n`);
  }
}
