// Colour means two things only: teal for how recovered, orange for the bottleneck. All of it can be left out.

export interface Paint {
  readonly teal: (text: string) => string;
  readonly orange: (text: string) => string;
  readonly grey: (text: string) => string;
  readonly bold: (text: string) => string;
}

const TEAL = '38;5;37';
const ORANGE = '38;5;208';

/** Codes of the 256-colour palette, or the text as it is. */
export function paintOf(color: boolean): Paint {
  const code = (open: string, close: string) => (text: string) =>
    color && text.trim() !== '' ? `\u001B[${open}m${text}\u001B[${close}m` : text;
  return { teal: code(TEAL, '39'), orange: code(ORANGE, '39'), grey: code('2', '22'), bold: code('1', '22') };
}
