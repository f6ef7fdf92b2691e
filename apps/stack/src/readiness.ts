// What a service says of itself at /readyz: whether it is ready, and the day that it has come to.

const ANSWER_TIMEOUT_MS = 1000;

export interface Readiness {
  readonly isReady: boolean;
  /** null where it tells none. */
  readonly day: number | null;
}

const AWAY: Readiness = { isReady: false, day: null };

/** Asks once, within a second; a service that does not answer is not ready. */
export async function askReadiness(port: number): Promise<Readiness> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    const body: unknown = await answer.json().catch(() => undefined);
    return { isReady: answer.status === 200, day: dayOf(body) };
  } catch {
    return AWAY;
  }
}

function dayOf(body: unknown): number | null {
  const day = typeof body === 'object' && body !== null && 'day' in body ? body.day : null;
  // Before its first run a service is at day -1.
  return typeof day === 'number' && day >= 0 ? day : null;
}
