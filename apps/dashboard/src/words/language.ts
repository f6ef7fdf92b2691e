// The language of the page: the address says it, else the browser; and how numbers and dates are written in it.
import { count, nameIn, percent, signed, wordsOf, yuan, type Language, type Words } from '#libs/words';
import { usePlace } from '../state/place';
import { SHELL_WORDS, type ShellWords } from './shell';

export interface Speech {
  readonly language: Language;
  /** The dictionary that terminal and page share. */
  readonly shared: Words;
  /** Words of the shell; each page has its own beside it. */
  readonly words: ShellWords;
  /** A name in the language, English where it has no other. */
  readonly nameOf: (name: { readonly en: string; readonly zh?: string | undefined }) => string;
  readonly yuan: (value: number) => string;
  readonly percent: (ratio: number) => string;
  readonly count: (value: number, digits?: number) => string;
  readonly signed: (value: number, digits?: number) => string;
}

const speeches: Readonly<Record<Language, Speech>> = { en: speechOf('en'), zh: speechOf('zh') };

function speechOf(language: Language): Speech {
  return {
    ...{ language, shared: wordsOf(language), words: SHELL_WORDS[language] },
    nameOf: (name) => nameIn(name, language),
    yuan: (value) => yuan(value, language),
    ...{ percent, count, signed },
  };
}

export function useSpeech(): Speech {
  const { lang } = usePlace().choices;
  const language: Language = (lang ?? navigator.language).startsWith('zh') ? 'zh' : 'en';
  return speeches[language];
}
