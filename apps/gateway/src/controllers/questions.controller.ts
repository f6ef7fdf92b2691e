// What is asked of runs, and of the gateway itself.
import { pipeline } from 'node:stream/promises';
import { DEFINITIONS } from '#libs/analysis';
import { openApiDocument } from '#libs/api';
import { Controller, Inject } from '@nestjs/common';
import { ANSWERED, type Answer, type Asked } from '../http/asked';
import { Serves } from '../http/serves';
import { PARTS, type Parts } from './parts';

@Controller()
export class QuestionsController {
  readonly #openApi: unknown;

  constructor(@Inject(PARTS) private readonly parts: Parts) {
    this.#openApi = openApiDocument({ version: parts.version });
  }

  @Serves('askWhy')
  async askWhy({ asker, params: { run }, query }: Asked<'askWhy'>): Promise<Answer<'askWhy'>> {
    return this.parts.questions.why(await this.parts.found.find(asker, run), query);
  }

  @Serves('listReliefs')
  async listReliefs({ asker, params: { run } }: Asked<'listReliefs'>): Promise<Answer<'listReliefs'>> {
    return this.parts.questions.reliefs(await this.parts.found.find(asker, run));
  }

  @Serves('askRelief')
  async askRelief({ asker, params: { run }, body }: Asked<'askRelief'>): Promise<Answer<'askRelief'>> {
    return this.parts.questions.relief(await this.parts.found.find(asker, run), body.day);
  }

  @Serves('compareRuns')
  async compareRuns({ asker, query }: Asked<'compareRuns'>): Promise<Answer<'compareRuns'>> {
    const runs = query.runs.split(',').map((run) => this.parts.found.find(asker, run));
    return this.parts.questions.compare(await Promise.all(runs));
  }

  @Serves('readSummary')
  async readSummary({ asker, params: { run } }: Asked<'readSummary'>): Promise<Answer<'readSummary'>> {
    const found = await this.parts.found.find(asker, run);
    return (await this.parts.questions.summary(found)) as Answer<'readSummary'>;
  }

  @Serves('downloadArchive')
  async downloadArchive({
    asker,
    params: { run },
    response,
  }: Asked<'downloadArchive'>): Promise<Answer<'downloadArchive'>> {
    const tar = await this.parts.questions.archive(await this.parts.found.find(asker, run));
    response.writeHead(200, {
      'content-type': 'application/x-tar',
      'content-disposition': `attachment; filename="${run}.tar"`,
      'cache-control': 'no-store',
    });
    await pipeline(tar, response);
    return ANSWERED;
  }

  @Serves('listDefinitions')
  listDefinitions(): Answer<'listDefinitions'> {
    return DEFINITIONS as unknown as Answer<'listDefinitions'>;
  }

  @Serves('readSystem')
  readSystem({ asker }: Asked<'readSystem'>): Promise<Answer<'readSystem'>> {
    return this.parts.system.read(asker);
  }

  @Serves('readOpenApi')
  readOpenApi(): Answer<'readOpenApi'> {
    return this.#openApi as Answer<'readOpenApi'>;
  }
}
