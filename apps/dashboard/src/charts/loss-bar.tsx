// A loss by cause: 100 %, the largest first, the rest as "other". Orange with its mark only where a cause is the bottleneck.
import { count } from '#libs/words';
import { useSpeech } from '../words/language';

export interface LossPart {
  readonly id: string;
  /** The place: a sector, the roads. */
  readonly where: string;
  readonly cause: string;
  readonly share: number;
  readonly yuan: number;
  readonly isStuck: boolean;
}

/** Shares below this join "other". */
const LEAST = 0.03;
const LEAST_NUMBER = 0.045;
const LEAST_LABEL = 0.11;

/** @param parts largest first; together 100 % */
export function LossBar({
  parts,
  other,
}: {
  readonly parts: readonly LossPart[];
  readonly other: string;
}): React.ReactNode {
  const { yuan, percent } = useSpeech();
  const shown = parts.filter(({ share }, at) => share >= LEAST || at === 0);
  const rest = parts.filter((part) => !shown.includes(part));
  const restShare = Math.max(0, 1 - shown.reduce((sum, { share }) => sum + share, 0));
  return (
    <div className="loss-bar" role="img" aria-label={parts.slice(0, 5).map(spoken).join(', ')}>
      {shown.map((part, at) => (
        <div
          key={part.id}
          className={part.isStuck ? 'stuck' : `other-${Math.min(4, at - (parts[0]?.isStuck ? 1 : 0))}`}
          style={{ flexGrow: Math.max(part.share, 0.001) }}
          title={`${part.where} · ${part.cause}: ${percent(part.share)}, ${yuan(part.yuan)}`}
        >
          <span className="share">
            {part.share < LEAST_NUMBER ? '' : at === 0 ? percent(part.share) : count(part.share * 100)}
          </span>
          <span className="name">
            {part.share < LEAST_LABEL ? (
              ''
            ) : (
              <>
                <b>
                  {part.isStuck ? '▲ ' : ''}
                  {part.where}
                </b>{' '}
                {part.cause}
              </>
            )}
          </span>
        </div>
      ))}
      {restShare > 0.001 && (
        <div
          className="other-4"
          style={{ flexGrow: restShare }}
          title={`${other}: ${percent(restShare)}, ${yuan(rest.reduce((sum, part) => sum + part.yuan, 0))}`}
        >
          <span className="share">{restShare < LEAST_NUMBER ? '' : count(restShare * 100)}</span>
          <span className="name">{restShare < LEAST_NUMBER ? '' : other}</span>
        </div>
      )}
    </div>
  );
}

const spoken = ({ where, cause, share }: LossPart): string => `${where} ${cause} ${Math.round(share * 100)} %`;
