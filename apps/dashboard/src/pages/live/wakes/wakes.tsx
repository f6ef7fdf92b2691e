// How the chain wakes: curve, rows of sectors, levers and scrubber on one axis of days, under one playhead.
import { useEffect, useMemo } from 'react';
import { urlOf } from '../../../api/client';
import { useAnswer } from '../../../api/queries';
import { Chart, type TableShape } from '../../../charts';
import { choose, usePlace } from '../../../state/place';
import { useDates, useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import { useLiveWords, useSectorName } from '../use-live-words';
import { Controls } from './controls';
import { CurvePart } from './curve-part';
import { leverRows } from './lever-rows';
import { LeversPart } from './levers-part';
import { Drawing, Scrubber } from './scrubber';
import { StripsPart } from './strips-part';
import { wakesLayout } from './wakes-layout';

const FEW = 4;

export function Wakes(): React.ReactNode {
  const words = useLiveWords();
  const { run, chain } = useScope();
  const { choices } = usePlace();
  const answer = useAnswer('readLevers', { params: { run: run.id } });
  const { refetch } = answer;
  // Commands change the levers of days to come.
  useEffect(() => void refetch(), [run.commands.length, refetch]);
  const all = useMemo(() => leverRows(answer.data ?? [], run), [answer.data, run]);
  const rows = choices['levers'] === 'all' ? all : all.slice(0, FEW);
  const table = useWakesTable();
  return (
    <Chart
      id="wakes"
      className="wakes"
      name={words.wakes}
      title={words.wakes}
      note={<span className="wide-only">{words.wakesNote}</span>}
      csv={urlOf('readMetrics', { params: { run: run.id }, query: { scope: 'chain', format: 'csv' } })}
      table={table}
    >
      {(width) => {
        const layout = wakesLayout(width, { days: run.days, sectors: chain.sectors.length, levers: rows.length });
        return (
          <>
            <Drawing layout={layout} width={width} label={words.wakes}>
              <CurvePart layout={layout} levers={answer.data ?? []} />
              <StripsPart layout={layout} />
              <LeversPart layout={layout} rows={rows} />
            </Drawing>
            {all.length > FEW && (
              <button
                className="quiet more-levers"
                aria-expanded={rows.length > FEW}
                onClick={() => choose({ levers: rows.length > FEW ? null : 'all' })}
              >
                {rows.length > FEW ? words.fewerLevers : words.allLevers(all.length)}
              </button>
            )}
            <div className="dock">
              <Controls />
              <Scrubber axis={layout.axis} width={width} />
            </div>
          </>
        );
      }}
    </Chart>
  );
}

function useWakesTable(): () => TableShape {
  const words = useLiveWords();
  const { percent, shared } = useSpeech();
  const nameOf = useSectorName();
  const { days, chain } = useScope();
  const dates = useDates();
  return () => ({
    columns: [
      words.day,
      words.date,
      words.resumed[0],
      words.posted[0],
      words.capacity[0],
      words.bottleneck,
      ...chain.sectors.map(({ id }) => nameOf(id)),
    ],
    numeric: [0, 2, 3, 4],
    rows: days.map(({ day, chain: rates, bottleneck, sectors }) => [
      day,
      dates.of(day),
      percent(rates.resumption),
      rates.returnToPost === null ? '–' : percent(rates.returnToPost),
      percent(rates.capacityRecovery),
      bottleneck ? `▲ ${nameOf(bottleneck.sector)} · ${shared.causes[bottleneck.cause]}` : '–',
      ...sectors.map(({ capacityRecovery, heldBy }) => `${percent(capacityRecovery)} ${shared.bounds[heldBy]}`),
    ]),
  });
}
