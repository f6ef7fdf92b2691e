// The dictionary of exported figures.
import { DAYS } from './days';
import { DESK } from './desk';
import { LOSSES } from './losses';
import { MARKET } from './market';
import { RATES } from './rates';
import type { Definition } from './definition';

export type { Definition, DefinitionText } from './definition';

/** Each name once. */
export const DEFINITIONS: readonly Definition[] = [...RATES, ...LOSSES, ...DAYS, ...MARKET, ...DESK];
