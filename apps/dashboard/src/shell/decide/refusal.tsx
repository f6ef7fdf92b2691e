// What was refused, where, and what to do: never a code alone.
import { isProblem } from '../../api/client';
import { useSpeech } from '../../words/language';

/** A reason goes on after its code and path, and a name may be written small: alone they begin a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function Refusal({ error }: { readonly error: unknown }): React.ReactNode {
  const { words } = useSpeech();
  if (error === undefined || error === null) return null;
  if (!isProblem(error)) {
    return (
      <p role="alert" className="refusal">
        {words.cannotLoad} {words.again}.
      </p>
    );
  }
  const { detail, path, mend } = error.problem;
  return (
    <p role="alert" className="refusal">
      {path !== undefined && path !== '' && <span className="mono">{path}</span>} {sentence(detail)} <b>{mend}</b>
    </p>
  );
}
