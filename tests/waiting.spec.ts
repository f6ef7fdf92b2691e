// Each reader tells whom it waits for: what an operator asks first when a run stands still.
import { InProcessRecordLog, memoryStores, type Stores } from '#libs/adapters';
import { STAGES } from '#libs/messages';
import { servicesInProcess, until, type ServicesInProcess } from '#libs/testing';
import { miniManifest } from './mini';

const WITHIN = { timeoutMs: 30_000 };

describe('a run that stands still', () => {
  let stores: Stores;
  let log: InProcessRecordLog;
  let services: ServicesInProcess;

  beforeEach(() => {
    stores = memoryStores();
    log = new InProcessRecordLog();
  });
  afterEach(async () => {
    await services.stop();
    await log.close();
    await stores.close();
  });

  it('waits for control where no further day is open', async () => {
    services = await servicesInProcess(log, stores);
    await stores.runs.create(miniManifest('run'), { mode: 'paused' });
    await stores.runs.play('run', { mode: 'paused', stepTo: 2, by: 'test' });
    await until(async () => (await stores.runs.row('run'))?.projectedDay === 2, WITHIN);
    await until(async () => (await services.waits()).every(({ day }) => day === 3), WITHIN);
    const waits = await services.waits();
    expect(waits.map(({ reader }) => reader).sort()).toEqual(
      [...STAGES.map((stage) => `${stage}/0`), 'recovery/0'].sort(),
    );
    expect(waits.map(({ whom }) => whom)).toEqual(waits.map(() => ['control']));
  });

  it('waits for the stage that is not there', async () => {
    services = await servicesInProcess(
      log,
      stores,
      STAGES.filter((stage) => stage !== 'plants'),
    );
    await stores.runs.create(miniManifest('run'));
    const readers = async (): Promise<string[]> =>
      (await services.waits()).filter(({ whom }) => whom.includes('plants/0')).map(({ reader }) => reader);
    await until(async () => (await readers()).includes('recovery/0'), WITHIN);
    expect(await readers()).toEqual(expect.arrayContaining(['logistics/0', 'support/0']));
  });
});
