// The words of the page Compare, by language.
import type { Language } from '#libs/words';
import type { CompareWords } from './words';
import { en } from './words-en';
import { zh } from './words-zh';

export const COMPARE_WORDS: Readonly<Record<Language, CompareWords>> = { en, zh };
