// Runs: made, listed, steered, decided in, removed.
import { Controller, Inject } from '@nestjs/common';
import type { Answer, Asked } from '../http/asked';
import { Serves } from '../http/serves';
import { PARTS, type Parts } from './parts';

@Controller()
export class RunsController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Serves('listRuns')
  listRuns({ asker, query }: Asked<'listRuns'>): Promise<Answer<'listRuns'>> {
    return this.parts.list.page(asker, query);
  }

  @Serves('createRun')
  createRun({ asker, body, key }: Asked<'createRun'>): Promise<Answer<'createRun'>> {
    return this.parts.making.create(asker, body, key);
  }

  @Serves('readRun')
  async readRun({ asker, params }: Asked<'readRun'>): Promise<Answer<'readRun'>> {
    return this.parts.list.read(await this.parts.found.find(asker, params.run));
  }

  @Serves('removeRun')
  async removeRun({ asker, params }: Asked<'removeRun'>): Promise<Answer<'removeRun'>> {
    await this.parts.removing.remove(asker, params.run);
    return undefined;
  }

  @Serves('pauseRun')
  pauseRun({ asker, params }: Asked<'pauseRun'>): Promise<Answer<'pauseRun'>> {
    return this.parts.steering.pause(asker, params.run);
  }

  @Serves('playRun')
  playRun({ asker, params }: Asked<'playRun'>): Promise<Answer<'playRun'>> {
    return this.parts.steering.play(asker, params.run);
  }

  @Serves('stepRun')
  stepRun({ asker, params, body }: Asked<'stepRun'>): Promise<Answer<'stepRun'>> {
    return this.parts.steering.step(asker, params.run, body.days);
  }

  @Serves('setSpeed')
  setSpeed({ asker, params, body }: Asked<'setSpeed'>): Promise<Answer<'setSpeed'>> {
    return this.parts.steering.speed(asker, params.run, body.daysPerSecond);
  }

  @Serves('intervene')
  intervene({ asker, params, body, key }: Asked<'intervene'>): Promise<Answer<'intervene'>> {
    return this.parts.deciding.intervene(asker, params.run, body, key);
  }

  @Serves('forkRun')
  forkRun({ asker, params, body, key }: Asked<'forkRun'>): Promise<Answer<'forkRun'>> {
    return this.parts.deciding.fork(asker, params.run, body, key);
  }
}
