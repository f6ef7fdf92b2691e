// The chain's stages, in the order of STAGES.
import type { Stage } from '#libs/kernel';
import type { Chain } from './chain';
import { exporters } from './exporters/stage';
import type { Levers } from './levers';
import { logistics } from './logistics/stage';
import { markets } from './markets/stage';
import { plants } from './plants/stage';
import { support } from './support/stage';

/** Changes whenever the same scenario and seed may give another digest. */
export const MODEL_VERSION = '2';

export const CHAIN_STAGES = [plants, logistics, markets, exporters, support] as readonly Stage<Chain, Levers>[];
