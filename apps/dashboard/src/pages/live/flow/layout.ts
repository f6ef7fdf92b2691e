// Where sectors and the pipes between them stand: columns by how many steps it is to the end of the chain, in each the
// largest sector on the main line and the others below it. Heights are yuan of a normal day.
import type { Chain } from '#libs/api';

export interface FlowNode {
  readonly id: string;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  /** Of a normal day, in pixels. */
  readonly height: number;
  readonly isMain: boolean;
}

export interface FlowPipe {
  readonly from: string;
  readonly to: string;
  /** Of a normal day. */
  readonly height: number;
  readonly days: number;
  readonly start: { readonly x: number; readonly y: number };
  readonly end: { readonly x: number; readonly y: number };
  /** Where it runs between the two, when it passes other columns. */
  readonly lane: number | undefined;
}

/** A supply from outside: its rate is not known here, so it is a stub. */
interface FlowStub {
  readonly id: string;
  readonly names: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface FlowLayout {
  readonly nodes: readonly FlowNode[];
  readonly pipes: readonly FlowPipe[];
  readonly stubs: readonly FlowStub[];
  readonly columns: number;
  readonly height: number;
}

export interface FlowFrame {
  readonly width: number;
  /** Above it stand the labels. */
  readonly top: number;
  /** Of the largest sector. */
  readonly most: number;
  /** Right of the last column. */
  readonly tail: number;
}

export const NODE_WIDTH = 10;
const LEAST_PIPE = 1.5;
const LANE = 10;
const BELOW = 46;

export function flowLayout(chain: Chain, { width, top, most, tail }: FlowFrame): FlowLayout {
  const columnOf = columnsOf(chain);
  const columns = Math.max(...columnOf.values(), 0) + 1;
  const largest = Math.max(...chain.sectors.map(({ baseYuan }) => baseYuan), 1);
  const scale = most / largest;
  const middle = top + most / 2;
  const below = new Map<number, number>();
  const nodes = [...chain.sectors]
    .sort((one, other) => other.baseYuan - one.baseYuan)
    .map(({ id, baseYuan }): FlowNode => {
      const column = columnOf.get(id) ?? 0;
      const rank = below.get(column) ?? 0;
      below.set(column, rank + 1);
      const x = columns === 1 ? 0 : (column / (columns - 1)) * (width - tail - NODE_WIDTH);
      const y = rank === 0 ? middle : top + most + BELOW + (rank - 1) * 44;
      return { id, column, x, y, height: Math.max(3, baseYuan * scale), isMain: rank === 0 };
    });
  const ranks = Math.max(...below.values(), 1);
  const lanes = top + most + 20;
  return {
    ...{
      nodes,
      columns,
      pipes: pipesOf(chain, nodes, scale, lanes),
      stubs: stubsOf(chain, nodes, scale, top + most + 12),
    },
    height: top + most + (ranks > 1 ? BELOW + 36 + (ranks - 2) * 44 : 46),
  };
}

/** Longest way to a sector that supplies none. A chain with a circle ends at the number of sectors. */
function columnsOf({ sectors, flows }: Chain): ReadonlyMap<string, number> {
  const depth = new Map(sectors.map(({ id }) => [id, 0]));
  for (let round = 0; round < sectors.length; round++) {
    let isSettled = true;
    for (const { from, to } of flows) {
      const [own, next] = [depth.get(from), depth.get(to)];
      if (own === undefined || next === undefined || from === to || own > next || next + 1 >= sectors.length) continue;
      depth.set(from, next + 1);
      isSettled = false;
    }
    if (isSettled) break;
  }
  const most = Math.max(...depth.values(), 0);
  return new Map([...depth].map(([id, own]) => [id, most - own]));
}

function pipesOf({ flows }: Chain, nodes: readonly FlowNode[], scale: number, lanes: number): FlowPipe[] {
  const at = new Map(nodes.map((node) => [node.id, node]));
  const drawn = flows
    .flatMap((flow) => {
      const [from, to] = [at.get(flow.from), at.get(flow.to)];
      const isForward = from && to && from.column < to.column;
      return isForward ? [{ flow, from, to, height: Math.max(LEAST_PIPE, flow.baseYuan * scale) }] : [];
    })
    .sort(
      (one, other) => one.to.column - one.from.column - (other.to.column - other.from.column) || one.to.y - other.to.y,
    );
  const out = slots(drawn.map(({ from, height }) => ({ node: from, height })));
  const into = slots(drawn.map(({ to, height }) => ({ node: to, height })));
  let lane = lanes;
  return drawn.map(({ flow, from, to, height }, index) => {
    const passes = to.column - from.column > 1;
    if (passes) lane += LANE;
    return {
      ...{ from: from.id, to: to.id, height, days: flow.days },
      start: { x: from.x + NODE_WIDTH, y: out[index] },
      end: { x: to.x, y: into[index] },
      lane: passes ? lane - LANE : undefined,
    };
  });
}

/** Middles of pipes that stand one below the other at their node, all together in its middle. */
function slots(pipes: readonly { readonly node: FlowNode; readonly height: number }[]): readonly number[] {
  const total = new Map<string, number>();
  for (const { node, height } of pipes) total.set(node.id, (total.get(node.id) ?? 0) + height);
  const used = new Map<string, number>();
  return pipes.map(({ node, height }) => {
    const before = used.get(node.id) ?? 0;
    used.set(node.id, before + height);
    return node.y - (total.get(node.id) ?? 0) / 2 + before + height / 2;
  });
}

function stubsOf({ flows, outside }: Chain, nodes: readonly FlowNode[], scale: number, y: number): FlowStub[] {
  const names = new Map(outside.map(({ id }) => [id, id]));
  return nodes
    .filter(({ isMain }) => isMain)
    .flatMap((node) => {
      const from = flows.filter((flow) => flow.to === node.id && names.has(flow.from));
      const sum = from.reduce((yuan, flow) => yuan + flow.baseYuan, 0) * scale;
      return sum < LEAST_PIPE ? [] : [{ id: node.id, names: from.map((flow) => flow.from), x: node.x, y, height: sum }];
    });
}
