import { loadHash64 } from '#libs/adapters';
import { openShards, syntheticCase } from './case';
import { measureCoreDay } from './core-day';
import { measureObjectGraph } from './object-graph';
import { ProductionLog } from './production';

describe('the object version of a shocked synthetic chain', () => {
  it('produces what the core produces, to the last bit', async () => {
    const hash = await loadHash64();
    const one = syntheticCase({ enterprises: 500, links: 2000 });
    const [core, objects] = [new ProductionLog(hash, 40), new ProductionLog(hash, 40)];
    measureCoreDay(one, openShards(one, hash), { warmUpDays: 40, daysPerRepeat: 1, repeats: 1 }, core);
    measureObjectGraph(one, objects, 1);
    expect(objects.digest).toBe(core.digest);
  });
});
