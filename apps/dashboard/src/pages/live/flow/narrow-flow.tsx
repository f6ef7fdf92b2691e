// The flow on a phone: from top to bottom, sectors as bars across, what flows between them as bands.
import { recoveryFill } from '../../../charts';
import { useScope } from '../../../state/scope';
import { Mark, useTold } from './flow-nodes';
import { NODE_WIDTH } from './layout';
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
  const most = Math.max(...flows.map(({ baseYuan }) => baseYuan), 1);
  const room = Math.max(40, width - LEFT - RIGHT);
  const middle = LEFT + room / 2;
  const widthOf = (flow: SectorFlow): number => Math.max(4, (flow.baseYuan / most) * room);
  // Between neighbours in chain order that supply one another.
  const bands = flows.slice(0, -1).flatMap((flow, at) => {
    const next = flows[at + 1];
    const between = chain.flows.find(({ from, to }) => from === flow.id && to === next.id);
    return between ? [{ at, flow, between }] : [];
  });
  return (
    <svg
      className={isPlaying ? 'flow-drawing moves' : 'flow-drawing'}
      width={width}
      height={flows.length * ROW}
      aria-hidden="true"
    >
      {bands.map(({ at, flow, between }) => {
        const [top, bottom] = [at * ROW + 14 + NODE_WIDTH, (at + 1) * ROW + 14];
        const full = (between.baseYuan / most) * room;
        return (
          <g key={flow.id}>
            <rect className="ghost-fill" x={middle - full / 2} y={top} width={full} height={bottom - top} />
            <rect
              className="pipe"
              style={{ fill: recoveryFill(flow.ratio) }}
              x={middle - (full * flow.ratio) / 2}
              y={top}
              width={full * flow.ratio}
              height={bottom - top}
            />
          </g>
        );
      })}
      {flows.map((flow, at) => (
        <Row key={flow.id} flow={flow} top={at * ROW} middle={middle} size={widthOf(flow)} width={width} />
      ))}
    </svg>
  );
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
