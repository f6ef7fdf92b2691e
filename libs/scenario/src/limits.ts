// The largest chain: what a process can hold and a run can step through in reasonable time.
export const MAX_ENTERPRISES = 2_000_000;
export const MAX_LINKS = 10_000_000;
