// What runs came to. Whose run it is, is asked first; the rest is read from what recovery has kept.
import { Controller, Inject } from '@nestjs/common';
import { ANSWERED, Sent, type Answer, type Asked } from '../http/asked';
import { Serves } from '../http/serves';
import type { Asker } from '../asking/asker';
import { PARTS, type Parts } from './parts';

/** A sealed day never changes. Private: it is of one asker's run. */
const FOR_GOOD = { 'cache-control': 'private, max-age=31536000, immutable' };
const BYTES = 'application/octet-stream';

@Controller()
export class ResultsController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Serves('readChain')
  async readChain({ asker, params: { run } }: Asked<'readChain'>): Promise<Answer<'readChain'>> {
    await this.#mayRead(asker, run);
    return this.parts.results.chain(run);
  }

  @Serves('readLevers')
  async readLevers({ asker, params: { run } }: Asked<'readLevers'>): Promise<Answer<'readLevers'>> {
    await this.#mayRead(asker, run);
    return this.parts.results.levers(run);
  }

  @Serves('readDays')
  async readDays({ asker, params: { run }, query }: Asked<'readDays'>): Promise<Answer<'readDays'>> {
    await this.#mayRead(asker, run);
    return this.parts.results.days(run, query);
  }

  @Serves('readDigests')
  async readDigests({ asker, params: { run } }: Asked<'readDigests'>): Promise<Answer<'readDigests'>> {
    await this.#mayRead(asker, run);
    return this.parts.results.digests(run);
  }

  @Serves('readField')
  async readField({ asker, params: { run } }: Asked<'readField'>): Promise<Answer<'readField'>> {
    await this.#mayRead(asker, run);
    return this.parts.results.field(run);
  }

  @Serves('readFieldDay')
  async readFieldDay({ asker, params: { run, day } }: Asked<'readFieldDay'>): Promise<Answer<'readFieldDay'>> {
    await this.#mayRead(asker, run);
    return new Sent(BYTES, await this.parts.results.fieldDay(run, day), FOR_GOOD);
  }

  @Serves('readHeat')
  async readHeat({ asker, params: { run }, query }: Asked<'readHeat'>): Promise<Answer<'readHeat'>> {
    await this.#mayRead(asker, run);
    return new Sent(BYTES, await this.parts.results.heat(run, query));
  }

  @Serves('readMetrics')
  async readMetrics({ asker, params: { run }, query }: Asked<'readMetrics'>): Promise<Answer<'readMetrics'>> {
    await this.#mayRead(asker, run);
    const told = await this.parts.results.metrics(run, query);
    if (!('bytes' in told)) return told;
    const name = told.name.replace(/[^\w.-]/g, '_');
    return new Sent(told.content, told.bytes, { 'content-disposition': `attachment; filename="${name}"` });
  }

  @Serves('readMilestones')
  async readMilestones({ asker, params: { run }, query }: Asked<'readMilestones'>): Promise<Answer<'readMilestones'>> {
    await this.#mayRead(asker, run);
    return this.parts.results.milestones(run, query);
  }

  @Serves('listEnterprises')
  async listEnterprises({
    asker,
    params: { run },
    query,
  }: Asked<'listEnterprises'>): Promise<Answer<'listEnterprises'>> {
    await this.#mayRead(asker, run);
    return this.parts.results.enterprises(run, query);
  }

  @Serves('readEnterprise')
  async readEnterprise({ asker, params: { run, id } }: Asked<'readEnterprise'>): Promise<Answer<'readEnterprise'>> {
    await this.#mayRead(asker, run);
    return this.parts.results.enterprise(run, id);
  }

  @Serves('followRun')
  async followRun({
    asker,
    params: { run },
    query,
    request,
    response,
  }: Asked<'followRun'>): Promise<Answer<'followRun'>> {
    await this.#mayRead(asker, run);
    const lastEventId = request.get('last-event-id');
    await this.parts.streams.open(run, { key: asker.name, response, after: query.after, lastEventId });
    return ANSWERED;
  }

  async #mayRead(asker: Asker, run: string): Promise<void> {
    await this.parts.found.find(asker, run);
  }
}
