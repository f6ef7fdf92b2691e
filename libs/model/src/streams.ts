// The purposes of random draws. Numbers are part of the digest: append only.
export const STREAMS = {
  shopOpening: 1,
  gate: 2,
  size: 3,
  place: 4,
  partner: 5,
  shape: 6,
  mix: 7,
  checklist: 8,
  closure: 9,
  certificate: 10,
} as const;
