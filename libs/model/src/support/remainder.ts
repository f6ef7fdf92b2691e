/** Shares of a cohort below this are cut to zero and go on with the others: no subnormals, nobody left behind. */
export const WORKER_REMAINDER_HEADS = 1e-9;
