// Keqiao in full.
export const KEQIAO_FILE = 'seeds/keqiao/scenario.yaml';
/** Of this version of the model, however it is run. */
export const KEQIAO_DIGEST = 'fdb2526b5e0ea2e1';
