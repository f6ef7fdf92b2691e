// Pipes of the flow. Each step along one was shipped a day earlier, so a shortage is seen on its way.
import { recoveryFill } from '../../../charts';
import { useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import { useLiveWords, useSectorName } from '../use-live-words';
import { NODE_WIDTH, type FlowLayout, type FlowPipe } from './layout';
import { middleOf, ribbon } from './ribbon';
import { ratesBack } from './sector-flow';

/** Between two steps, in pixels. */
const GAP = 2;

export function FlowPipes({ layout }: { readonly layout: FlowLayout }): React.ReactNode {
  const { chain, days, day } = useScope();
  const baseOf = new Map(chain.sectors.map(({ id, baseYuan }) => [id, baseYuan]));
  return (
    <g>
      {layout.pipes.map((pipe) => {
        const steps = Math.max(1, pipe.days);
        const rates = ratesBack(
          days,
          day,
          (at) => {
            const lost = at.sectors.find(({ id }) => id === pipe.from)?.lostYuan ?? 0;
            return Math.max(0, Math.min(1, 1 - lost / (baseOf.get(pipe.from) || 1)));
          },
          steps,
        );
        return (
          <g key={`${pipe.from} ${pipe.to}`}>
            <path className="ghost-fill" d={ribbon(pipe, { from: 0, to: 1, widths: [pipe.height, pipe.height] })} />
            {rates.slice(0, steps).map((rate, step) => (
              <path
                key={step}
                className="pipe"
                style={{ fill: recoveryFill((rate + rates[step + 1]) / 2) }}
                d={ribbon(pipe, {
                  from: step / steps,
                  to: (step + 1) / steps - (step + 1 < steps ? gapOf(pipe) : 0),
                  widths: [rate * pipe.height, rates[step + 1] * pipe.height],
                })}
              />
            ))}
          </g>
        );
      })}
    </g>
  );
}

const gapOf = ({ start, end }: FlowPipe): number => GAP / Math.max(GAP, end.x - start.x);

/** The widest pipe between neighbours that takes days: there the steps are told. */
function longest({ pipes }: FlowLayout): FlowPipe | undefined {
  return pipes
    .filter(({ days, lane }) => days > 1 && lane === undefined)
    .sort((one, other) => other.height - one.height)[0];
}

/** Words for the steps, over all pipes. */
export function FlowSteps({ layout }: { readonly layout: FlowLayout }): React.ReactNode {
  const words = useLiveWords();
  const pipe = longest(layout);
  if (!pipe) return null;
  const y = Math.max(pipe.start.y, pipe.end.y) + pipe.height / 2 + 14;
  return (
    <g aria-hidden="true">
      {Array.from({ length: pipe.days + 1 }, (_, ago) => {
        const { x } = middleOf(pipe, ago / pipe.days);
        return (
          <text
            key={ago}
            className="note-text"
            x={ago === 0 ? x : ago === pipe.days ? x - 4 : x}
            y={y}
            textAnchor={ago === 0 ? 'start' : ago === pipe.days ? 'end' : 'middle'}
          >
            {ago === 0 ? words.shippedToday : words.daysAgo(ago)}
          </text>
        );
      })}
    </g>
  );
}

const STUB = 34;

/** What comes in from outside: its rate is not of this chain, so it is drawn as it is on a normal day. */
export function FlowStubs({ layout }: { readonly layout: FlowLayout }): React.ReactNode {
  const nameOf = useSectorName();
  return (
    <g aria-hidden="true">
      {layout.stubs.map(({ id, names, x, y, height }) => {
        const node = layout.nodes.find((one) => one.id === id);
        const end = { x, y: (node?.y ?? y) + (node?.height ?? 0) / 2 - height / 2 };
        const start = { x: x - STUB, y: Math.max(y, end.y + 8) };
        const isFirst = x < STUB + 20;
        return isFirst ? null : (
          <g key={id}>
            <path
              className="stub"
              d={ribbon({ start, end, lane: undefined }, { from: 0, to: 1, widths: [Math.min(height, 12), height] })}
            />
            <text className="note-text" x={start.x - 6} y={start.y + 4} textAnchor="end">
              {names.map(nameOf).join(', ')}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** What leaves the chain at its end: final demand. */
export function FlowTail({ layout, width }: { readonly layout: FlowLayout; readonly width: number }): React.ReactNode {
  const words = useLiveWords();
  const { percent } = useSpeech();
  const { chain, today } = useScope();
  const node = layout.nodes.find(({ column, isMain }) => column === layout.columns - 1 && isMain);
  const sector = chain.sectors.find(({ id }) => id === node?.id);
  if (!node || !sector || !today || sector.baseFinalYuan <= 0) return null;
  const missed = today.sectors.find(({ id }) => id === node.id)?.missedFinalYuan ?? 0;
  const ratio = Math.max(0, Math.min(1, 1 - missed / sector.baseFinalYuan));
  const pipe = { start: { x: node.x + NODE_WIDTH, y: node.y }, end: { x: width, y: node.y }, lane: undefined };
  return (
    <g>
      <path className="ghost-fill" d={ribbon(pipe, { from: 0, to: 1, widths: [node.height, node.height] })} />
      <path
        className="pipe"
        style={{ fill: recoveryFill(ratio) }}
        d={ribbon(pipe, { from: 0, to: 1, widths: [ratio * node.height, ratio * node.height] })}
      />
      <text className="note-text" x={width} y={node.y + node.height / 2 + 14} textAnchor="end">
        {words.delivered(percent(ratio))}
      </text>
    </g>
  );
}
