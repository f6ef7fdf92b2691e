// Marks of the sectors: teal flows, orange is missing through the bottleneck, grey is missing otherwise. Orange at a distant
// sector is the shortage that has arrived there, and is named.
import { yuan } from '#libs/words';
import { recoveryFill } from '../../../charts';
import { useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import { useLiveWords, useSectorName } from '../use-live-words';
import { NODE_WIDTH, type FlowLayout, type FlowNode } from './layout';
import { WORTH_TELLING, type SectorFlow } from './sector-flow';

export function FlowNodes({
  layout,
  flows,
}: {
  readonly layout: FlowLayout;
  readonly flows: readonly SectorFlow[];
}): React.ReactNode {
  return layout.nodes.map((node) => {
    const flow = flows.find(({ id }) => id === node.id);
    return flow ? (
      <g key={node.id}>
        <Mark node={node} flow={flow} />
        {node.isMain ? (
          <Label node={node} flow={flow} />
        ) : (
          <SmallLabel node={node} flow={flow} isLast={node.column === layout.columns - 1} />
        )}
      </g>
    ) : null;
  });
}

/** @param across the mark lies on its side, as on a phone */
export function Mark({
  node: { x, y, height },
  flow,
  across = false,
}: {
  readonly node: Pick<FlowNode, 'x' | 'y' | 'height'>;
  readonly flow: SectorFlow;
  readonly across?: boolean;
}): React.ReactNode {
  const { ratio, throughRatio, isStuck } = flow;
  const bar = (share: number): React.SVGProps<SVGRectElement> => {
    const long = Math.max(0, share * height);
    return across
      ? { x: y - long / 2, y: x, width: long, height: NODE_WIDTH }
      : { x, y: y - long / 2, width: NODE_WIDTH, height: long };
  };
  const frame = bar(1);
  return (
    <>
      <rect className="missing" {...frame} />
      <rect className="through" {...bar(ratio + throughRatio)} />
      {/* A hairline of ground keeps flowing and missing apart for every eye. */}
      <rect style={{ fill: recoveryFill(ratio) }} className="flowing" {...bar(ratio)} />
      {isStuck && (
        <rect
          className="stuck-frame"
          x={Number(frame.x) - 4}
          y={Number(frame.y) - 4}
          width={Number(frame.width) + 8}
          height={Number(frame.height) + 8}
          rx={4}
        />
      )}
    </>
  );
}

interface LabelShape {
  readonly node: FlowNode;
  readonly flow: SectorFlow;
}

/** What is told of a sector, the same on every width. */
export function useTold(flow: SectorFlow): {
  name: string;
  rate: string;
  held: string;
  amount: string;
  from: string | undefined;
} {
  const words = useLiveWords();
  const { percent, shared, language } = useSpeech();
  const nameOf = useSectorName();
  const { today } = useScope();
  const bound = today?.sectors.find(({ id }) => id === flow.id)?.heldBy ?? 'none';
  const { from } = flow;
  return {
    name: nameOf(flow.id),
    rate: percent(flow.ratio),
    held: flow.cause ? words.stuckFor(flow.cause, shared.causes[flow.cause]) : words.held(bound, shared.bounds[bound]),
    amount: words.ofNormal(yuan(flow.outputYuan, language, 'short'), yuan(flow.baseYuan, language, 'short')),
    from:
      from === undefined || flow.isStuck || flow.throughRatio < WORTH_TELLING
        ? undefined
        : words.missingFrom(yuan(flow.throughYuan, language, 'short'), nameOf(from)),
  };
}

function Label({ node: { x, y, height }, flow }: LabelShape): React.ReactNode {
  const { name, rate, held, amount, from } = useTold(flow);
  const stuck = flow.isStuck ? 'stuck-text' : '';
  return (
    <g>
      <line
        className="leader"
        x1={x + NODE_WIDTH / 2}
        x2={x + NODE_WIDTH / 2}
        y1={92}
        y2={y - height / 2 - (flow.isStuck ? 6 : 2)}
      />
      <text className={`name ${stuck}`} x={x} y={18}>
        {flow.isStuck ? '▲ ' : ''}
        {name}
      </text>
      <text className={`figure ${stuck}`} x={x} y={41}>
        {rate}
      </text>
      <text className={stuck} x={x} y={57}>
        {held}
      </text>
      <text className="note-text" x={x} y={72}>
        {amount}
      </text>
      {from !== undefined && (
        <text className="stuck-text" x={x} y={87}>
          ▲ {from}
        </text>
      )}
    </g>
  );
}

function SmallLabel({
  node: { x, y, height },
  flow,
  isLast,
}: LabelShape & { readonly isLast: boolean }): React.ReactNode {
  const { name, rate, held, from } = useTold(flow);
  const stuck = flow.isStuck ? 'stuck-text' : '';
  const at = isLast ? x + NODE_WIDTH + 8 : x - 2;
  const top = isLast ? y - 4 : y + height / 2 + 16;
  return (
    <g>
      <text className={`name small ${stuck}`} x={at} y={top}>
        {flow.isStuck ? '▲ ' : ''}
        {name} {rate}
      </text>
      <text className={from === undefined ? 'note-text' : 'stuck-text'} x={at} y={top + 14}>
        {from === undefined ? held : `▲ ${from}`}
      </text>
    </g>
  );
}
