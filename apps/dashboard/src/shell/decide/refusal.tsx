// What was refused, where, and what to do: never a code alone.
import { isProblem } from '../../api/client';
import { useSpeech } from '../../words/language';
import { toldError } from '../../words/problems';

export function Refusal({ error }: { readonly error: unknown }): React.ReactNode {
  const { language } = useSpeech();
  if (error === undefined || error === null) return null;
  const { detail, mend } = toldError(error, language);
  const path = isProblem(error) ? (error.problem.path ?? '') : '';
  return (
    <p role="alert" className="refusal">
      {path !== '' && <span className="mono">{path}</span>} {detail} <b>{mend}</b>
    </p>
  );
}
