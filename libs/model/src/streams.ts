// The purposes of random draws. Numbers are part of the digest: append only.
export const STREAMS = { shopOpening: 1, gate: 2, size: 3, place: 4, partner: 5, shape: 6 } as const;
