// All enterprises of the day, one cell each, grouped by sector.
import { count } from '#libs/words';
import { useEffect, useMemo, useRef } from 'react';
import { urlOf } from '../../../api/client';
import { useAnswer, useBytes } from '../../../api/queries';
import { Chart, recoveryPalette } from '../../../charts';
import { go, usePlace } from '../../../state/place';
import { useScope } from '../../../state/scope';
import { useLiveWords, useSectorName } from '../use-live-words';
import { countsOf, drawField } from './draw-field';
import { fieldLayout, type FieldLayout } from './field-layout';

/** CSS pixels: how high the cells may be together, and a label below each block. */
const MOST_HIGH = 170;
const LABEL = 20;
/** Bytes are half per cents. */
const STEPS = 200;

export function EnterpriseField(): React.ReactNode {
  const words = useLiveWords();
  const nameOf = useSectorName();
  const { run, chain, day, days } = useScope();
  const params = { run: run.id };
  const field = useAnswer('readField', { params }, { isSealed: true });
  const bytes = useBytes(
    'readFieldDay',
    { params: { ...params, day } },
    { enabled: days.length > 0, keepsBefore: true },
  );
  const own = chain.sectors.reduce((sum, { enterprises }) => sum + enterprises, 0);
  const outside = useMemo(() => new Set(chain.outside.map(({ id }) => id)), [chain]);
  return (
    <Chart
      id="field"
      className="enterprise-field"
      name={words.fieldTitle(count(own))}
      title={words.fieldTitle(count(own))}
      note={words.fieldNote}
      height={MOST_HIGH}
      csv={urlOf('readMetrics', { params, query: { scope: 'enterprise', from: day, to: day, format: 'csv' } })}
      table={() => ({
        columns: [words.sector, ...words.atLeast],
        rows: (field.data?.groups ?? [])
          .filter(({ sector }) => !outside.has(sector))
          .map((group) => [
            nameOf(group.sector),
            ...(bytes.data ? countsOf(bytes.data, [group]) : [0, 0, 0, 0]).map((one) => count(one)),
          ]),
      })}
    >
      {(width) => {
        if (!field.data) return <i className="ghost" style={{ height: MOST_HIGH }} />;
        const pixels = window.devicePixelRatio || 1;
        const layout = fieldLayout(field.data, outside, {
          width: Math.floor(width * pixels),
          most: Math.floor(MOST_HIGH * pixels),
          label: Math.round(LABEL * pixels),
        });
        return <Cells layout={layout} bytes={bytes.data} pixels={pixels} />;
      }}
    </Chart>
  );
}

function Cells({
  layout,
  bytes,
  pixels,
}: {
  readonly layout: FieldLayout;
  readonly bytes: Uint8Array | undefined;
  readonly pixels: number;
}): React.ReactNode {
  const words = useLiveWords();
  const nameOf = useSectorName();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { theme } = usePlace().choices;
  useEffect(() => {
    if (!canvas.current || !bytes) return;
    drawField(canvas.current, layout, bytes, recoveryPalette(canvas.current, STEPS));
  }, [layout, bytes, theme]);
  return (
    <div className="cells" style={{ height: layout.height / pixels }}>
      <canvas
        ref={canvas}
        aria-hidden="true"
        style={{ width: layout.width / pixels, height: layout.height / pixels }}
      />
      {layout.blocks.map(({ sectors, count: size, top, height }) => (
        <button
          key={sectors.join()}
          className="quiet"
          style={{ top: (top + height) / pixels }}
          onClick={() => go('enterprises', { sector: sectors.length === 1 ? sectors[0] : null })}
        >
          {sectors.length <= 3
            ? sectors.map(nameOf).join(', ')
            : `${sectors.slice(0, 3).map(nameOf).join(', ')}, ${words.fieldOther}`}{' '}
          {count(size)}
        </button>
      ))}
    </div>
  );
}
