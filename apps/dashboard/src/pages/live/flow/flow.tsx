// Where the shortage is now: sectors as marks, goods on the way as pipes. Ghost is a normal day, fill is today.
import { yuan } from '#libs/words';
import { Chart } from '../../../charts';
import { urlOf } from '../../../api/client';
import { useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import { useLiveWords, useSectorName } from '../use-live-words';
import { FlowNodes } from './flow-nodes';
import { FlowPipes, FlowSteps, FlowStubs, FlowTail } from './flow-pipes';
import { flowLayout } from './layout';
import { NarrowFlow } from './narrow-flow';
import { sectorFlows, WORTH_TELLING } from './sector-flow';

const TOP = 100;
const MOST = 88;
const TAIL = 146;
/** Below this width the flow turns vertical. */
const NARROW = 620;

export function Flow(): React.ReactNode {
  const words = useLiveWords();
  const { language, percent, shared } = useSpeech();
  const nameOf = useSectorName();
  const { chain, today, days, day, run } = useScope();
  if (!today) return null;
  const flows = sectorFlows(chain, days, day);
  return (
    <Chart
      id="flow"
      className="flow"
      name={words.flowTitle}
      title={words.flowTitle}
      note={<span className="wide-only">{words.flowNote}</span>}
      csv={urlOf('readMetrics', { params: { run: run.id }, query: { scope: 'sector', format: 'csv' } })}
      table={() => ({
        columns: [
          words.sector,
          words.rate,
          words.heldBy,
          words.outputToday,
          words.normalOutput,
          words.throughBottleneck,
        ],
        numeric: [1, 3, 4, 5],
        rows: flows.map((flow, at) => [
          nameOf(flow.id),
          percent(flow.ratio),
          shared.bounds[today.sectors[at]?.heldBy ?? 'none'],
          yuan(flow.outputYuan, language, 'short'),
          yuan(flow.baseYuan, language, 'short'),
          flow.throughRatio >= WORTH_TELLING ? yuan(flow.throughYuan, language, 'short') : '–',
        ]),
      })}
    >
      {(width) =>
        width < NARROW ? <NarrowFlow width={width} flows={flows} /> : <WideFlow width={width} flows={flows} />
      }
    </Chart>
  );
}

function WideFlow({
  width,
  flows,
}: {
  readonly width: number;
  readonly flows: ReturnType<typeof sectorFlows>;
}): React.ReactNode {
  const words = useLiveWords();
  const { chain, isPlaying } = useScope();
  const layout = flowLayout(chain, { width, top: TOP, most: MOST, tail: TAIL });
  return (
    <svg
      className={isPlaying ? 'flow-drawing moves' : 'flow-drawing'}
      width={width}
      height={layout.height}
      role="img"
      aria-label={words.flowTitle}
    >
      <FlowPipes layout={layout} />
      <FlowStubs layout={layout} />
      <FlowSteps layout={layout} />
      <FlowTail layout={layout} width={width} />
      <FlowNodes layout={layout} flows={flows} />
    </svg>
  );
}
