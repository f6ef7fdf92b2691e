// The flow on a phone: from top to bottom, sectors as bars across, what flows between them as bands.
import type { Chain } from '#libs/api';
import { recoveryFill } from '../../../charts';
import { useScope } from '../../../state/scope';
import { Mark, useTold } from './flow-nodes';
import { flowLayout, NODE_WIDTH } from './layout';
import type { SectorFlow } from './sector-flow';

const ROW = 58;
const LEFT = 112;
const RIGHT = 64;

export function NarrowFlow({
  width,
  flows,
}: {
  readonly width: number;
  readonly flows: readonly SectorFlow[];
}): React.ReactNode {
  const { chain, isPlaying } = useScope();
  const largest = Math.max(...flows.map(({ baseYuan }) => baseYuan), 1);
  const room = Math.max(40, width - LEFT - RIGHT);
  const middle = LEFT + room / 2;
  const rows = inLine(chain, flows);
  return (
    <svg
      className={isPlaying ? 'flow-drawing moves' : 'flow-drawing'}
      width={width}
      height={rows.length * ROW}
      aria-hidden="true"
    >
      {rows.slice(0, -1).map((flow, at) => {
        const between = chain.flows.find(({ from, to }) => from === flow.id && to === rows[at + 1].id);
        const full = ((between?.baseYuan ?? 0) / largest) * room;
        const [top, high] = [at * ROW + 14 + NODE_WIDTH, ROW - NODE_WIDTH];
        const flowing = full * flow.ratio;
        return (
          <g key={flow.id}>
            <rect className="ghost-fill" x={middle - full / 2} y={top} width={full} height={high} />
            <rect
              className="pipe"
              style={{ fill: recoveryFill(flow.ratio) }}
              {...{ x: middle - flowing / 2, y: top, width: flowing, height: high }}
            />
          </g>
        );
      })}
      {rows.map((flow, at) => {
        const size = Math.max(4, (flow.baseYuan / largest) * room);
        return <Row key={flow.id} flow={flow} top={at * ROW} middle={middle} size={size} width={width} />;
      })}
    </svg>
  );
}

/** The main line from its beginning to its end, then what stands beside it. */
function inLine(chain: Chain, flows: readonly SectorFlow[]): readonly SectorFlow[] {
  const { nodes } = flowLayout(chain, { width: 1, top: 0, most: 1, tail: 0 });
  const ordered = [...nodes].sort(
    (one, other) => Number(other.isMain) - Number(one.isMain) || one.column - other.column,
  );
  return ordered.flatMap(({ id }) => flows.filter((flow) => flow.id === id));
}

function Row({
  flow,
  top,
  middle,
  size,
  width,
}: {
  readonly flow: SectorFlow;
  readonly top: number;
  readonly middle: number;
  readonly size: number;
  readonly width: number;
}): React.ReactNode {
  const { name, rate, held, from } = useTold(flow);
  const stuck = flow.isStuck ? 'stuck-text' : '';
  return (
    <g>
      <Mark node={{ x: top + 14, y: middle, height: size }} flow={flow} across />
      <text className={`name ${stuck}`} x={0} y={top + 18}>
        {flow.isStuck ? '▲ ' : ''}
        {name}
      </text>
      <text className={stuck === '' ? 'note-text' : stuck} x={0} y={top + 34}>
        {held}
      </text>
      <text className={`figure ${stuck}`} x={width} y={top + 24} textAnchor="end">
        {rate}
      </text>
      {from !== undefined && (
        <text className="stuck-text" x={width} y={top + 42} textAnchor="end">
          ▲ {from}
        </text>
      )}
    </g>
  );
}
