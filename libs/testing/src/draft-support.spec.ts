import { assembleChain } from '#libs/scenario';
import { directKind, draftOf, groupShape, PLAIN_RULES, sectorsOf } from './draft-of';
import type { ChainSketch } from './draft-of';

const plain: ChainSketch = {
  rules: PLAIN_RULES,
  sectors: sectorsOf({ weaving: 'plants', dyeing: 'plants' }),
  linkKinds: [directKind(5)],
  enterprises: [
    { id: 'dyer', sector: 1, finalDemandYuan: 100 },
    { id: 'weaver', sector: 0, finalDemandYuan: 0 },
  ],
  links: [{ from: 1, to: 0, flowYuan: 50 }],
};

describe('a sketched chain', () => {
  it('has no workers, gates, masks and risk unless it says so', () => {
    const { workers, gates, masks, risk } = assembleChain(draftOf(plain));
    expect({ workers, gates, masks, risk }).toEqual({});
  });

  it("has them in the chain's order of enterprises", () => {
    const [dyer, weaver] = plain.enterprises;
    const sketch: ChainSketch = {
      ...plain,
      enterprises: [
        { ...dyer, staffHeads: 100, stayedRatio: 0.4, originShare: [0.2, 0.8], park: 1, readyDay: 9, queue: 1 },
        { ...weaver, staffHeads: 10 },
      ],
      parks: ['north', 'south'],
      workers: {
        origins: [{ id: 'local' }, { hasSeats: true, quarantineDays: 7 }],
        labourExponent: [1, 2],
      },
      gates: { queues: ['small', 'large'] },
      masks: { kitDays: 2 },
      risk: { densityRisk: 0.1 },
    };
    const { workers, gates, masks, risk } = assembleChain(draftOf(sketch));
    expect(workers).toMatchObject({ ringDays: 7, seatFill: 1, labourExponent: Float64Array.of(1, 2) });
    expect(workers?.staffHeads).toEqual(Float64Array.of(10, 100));
    expect(workers?.stayedRatio).toEqual(Float64Array.of(1, 0.4));
    expect(workers?.originShare).toEqual(Float64Array.of(1, 0, 0.2, 0.8));
    expect(workers?.cohort).toEqual(Int32Array.of(0, 2));
    expect(workers?.cohorts.park).toEqual(Int32Array.of(0, 0, 1, 1));
    expect([...(workers?.cohorts.awayHeads ?? [])]).toEqual([0, 0, 12, 48]);
    expect(gates).toMatchObject({ readyDay: Int32Array.of(-1, 9), queue: Uint8Array.of(0, 1) });
    expect(gates?.licenceGroup).toEqual(Int32Array.of(1, 0));
    expect(masks).toMatchObject({ kitDays: 2, perWorkerDay: 1 });
    expect(risk).toMatchObject({ densityRisk: 0.1, crowdRisk: 0 });
    expect(groupShape(sketch)).toMatchObject({ licence: 2, queues: 2 });
  });
});
