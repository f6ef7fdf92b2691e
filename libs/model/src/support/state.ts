// The service desk's columns: workers on their way by cohort, what each client asked and is allotted, places and their
// risk, and the desk's own counts of the day. The desk is one shard: shards beyond the first are empty.
import {
  axisOf,
  blockStarts,
  ColumnBlock,
  type Axis,
  type ColumnRole,
  type ColumnSpec,
  type Shard,
  type StageState,
} from '#libs/kernel';
import type { Chain } from '../chain';
import { clientsOf, hasDesk, quarantineColumn } from './clients';

/** The desk's counts of a day: heads, masks, approvals. */
export const DESK_REPORTS = [
  'whiteListedHeads',
  'ownWayHeads',
  'trainHeads',
  'charterHeads',
  'maskPool',
  'masksAllotted',
  'approvals',
  'placesClosed',
] as const;

/** The state of places, per park or hall. */
export const PLACE_REPORTS = ['riskRatio', 'closedDays'] as const;

export type DeskReport = (typeof DESK_REPORTS)[number];

const WHOLE: Shard = { index: 0, count: 1 };
const EMPTY: Axis = { first: 0, length: 0, starts: Int32Array.of(0) };

export class SupportState implements StageState {
  readonly block: ColumnBlock;
  /** Chain-wide enterprise of each client. */
  readonly clients: Int32Array;

  // Per cohort: heads away from their enterprises, step by step.
  readonly strandedHeads: Float64Array;
  readonly listedHeads: Float64Array;
  readonly codedHeads: Float64Array;
  /** Scratch: share of a cohort's heads that arrive, without quarantine and with it; heads that may take a seat. */
  readonly freeRatio: Float64Array;
  readonly quarantinedRatio: Float64Array;
  readonly seatedHeads: Float64Array;

  // Per client.
  readonly queuedDay: Float64Array;
  readonly isApproved: Float64Array;
  readonly isClosed: Float64Array;
  readonly masksGranted: Float64Array;
  readonly freeHeads: Float64Array;
  /** One column for each origin. */
  readonly quarantinedHeads: readonly Float64Array[];
  /** Scratch: what the client reported for yesterday. */
  readonly outputYuan: Float64Array;
  readonly onPostHeads: Float64Array;
  readonly maskedHeads: Float64Array;
  readonly masksAsked: Float64Array;
  readonly isApplying: Float64Array;

  // Per place (park or hall).
  readonly riskRatio: Float64Array;
  readonly closedDays: Float64Array;
  /** Scratch: staff on post, and those of them without a mask. */
  readonly placeHeads: Float64Array;
  readonly unmaskedHeads: Float64Array;
  /** Shops by place: whether it is a hall. */
  readonly isHall: Uint8Array;

  /** Masks in the pool; the desk's counts of today. */
  readonly maskPool: Float64Array;
  readonly counts: Readonly<Record<DeskReport, Float64Array>>;

  constructor(
    readonly chain: Chain,
    shard: Shard,
  ) {
    const isDesk = hasDesk(chain) && shard.index === 0;
    const cut = (rows: number): Axis => (isDesk ? axisOf(blockStarts(rows), WHOLE) : EMPTY);
    this.clients = isDesk ? clientsOf(chain) : new Int32Array(0);
    const clients = cut(this.clients.length);
    const cohorts = cut(chain.workers?.cohorts.count ?? 0);
    const places = cut(chain.risk ? chain.parks.length : 0);
    const desk = cut(1);
    const origins = chain.workers?.origins ?? [];
    const column = (role: ColumnRole, axis: Axis, ...names: string[]): ColumnSpec[] =>
      names.map((name) => ({ name, role, axis }));
    this.block = new ColumnBlock([
      ...column('state', cohorts, 'strandedHeads', 'listedHeads', 'codedHeads'),
      ...column('state', clients, 'queuedDay', 'isApproved'),
      ...column('state', places, 'riskRatio', 'closedDays'),
      ...column('state', desk, 'masksInPool'),
      ...column('flow', clients, 'isClosed', 'masksGranted', 'freeHeads'),
      ...column('flow', clients, ...origins.map((_, origin) => quarantineColumn(origin))),
      ...column('report', desk, ...DESK_REPORTS),
    ]);
    const at = (name: string): Float64Array => this.block.column(name);
    this.strandedHeads = at('strandedHeads');
    this.listedHeads = at('listedHeads');
    this.codedHeads = at('codedHeads');
    this.freeRatio = new Float64Array(cohorts.length);
    this.quarantinedRatio = new Float64Array(cohorts.length);
    this.seatedHeads = new Float64Array(cohorts.length);
    this.queuedDay = at('queuedDay');
    this.isApproved = at('isApproved');
    this.isClosed = at('isClosed');
    this.masksGranted = at('masksGranted');
    this.freeHeads = at('freeHeads');
    this.quarantinedHeads = origins.map((_, origin) => at(quarantineColumn(origin)));
    const scratch = (): Float64Array => new Float64Array(clients.length);
    this.outputYuan = scratch();
    this.onPostHeads = scratch();
    this.maskedHeads = scratch();
    this.masksAsked = scratch();
    this.isApplying = scratch();
    this.riskRatio = at('riskRatio');
    this.closedDays = at('closedDays');
    this.placeHeads = new Float64Array(places.length);
    this.unmaskedHeads = new Float64Array(places.length);
    this.isHall = hallsOf(chain);
    this.maskPool = at('masksInPool');
    this.counts = Object.fromEntries(DESK_REPORTS.map((name) => [name, at(name)])) as Record<DeskReport, Float64Array>;
  }
}

function hallsOf({ enterprises, parks }: Chain): Uint8Array {
  const isHall = new Uint8Array(parks.length);
  const { stageStarts, park } = enterprises;
  for (let i = stageStarts.markets; i < stageStarts.exporters; i++) isHall[park[i]] = 1;
  return isHall;
}
