// What a case folder can be refused for: always one line that names the folder, what is wrong and what would mend it.
import { InputError } from '#libs/messages';

export type FaultCode =
  'VAL_NO_CASE' | 'VAL_MISSING_FILE' | 'VAL_UNREADABLE' | 'VAL_UNKNOWN_OPTION' | 'VAL_NOT_MODELLED';

/** A refusal of a case folder, to be thrown. */
export function fault(code: FaultCode, folder: string, reason: string, mend = ''): InputError {
  return new InputError({ code, place: { file: folder }, reason: oneLine(reason), mend: oneLine(mend) });
}

/** Another simulator's option that our model does not have. */
export function notModelled(folder: string, what: string): InputError {
  return fault('VAL_NOT_MODELLED', folder, `asks for ${what}, which is not modelled.`, 'Leave this case out.');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
