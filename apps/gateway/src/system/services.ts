// How the services are, as each says of itself at /readyz.

/** What a service says. */
export interface ServiceLook {
  readonly name: string;
  readonly isReady: boolean;
  /** As at /readyz: day, runs, waits. */
  readonly detail: Readonly<Record<string, unknown>>;
}

const ANSWER_MS = 1000;
/** Everybody who looks within this time is told the same. */
const FRESH_MS = 1000;

/** Looks over HTTP, each within a second; a service that does not answer is not ready. */
export function servicesAt(addresses: ReadonlyMap<string, string>): () => Promise<readonly ServiceLook[]> {
  let looked: Promise<readonly ServiceLook[]> = Promise.resolve([]);
  let lookedMs = -Infinity;
  return () => {
    if (performance.now() - lookedMs < FRESH_MS) return looked;
    lookedMs = performance.now();
    looked = Promise.all([...addresses].map(([name, address]) => lookAt(name, address)));
    return looked;
  };
}

async function lookAt(name: string, address: string): Promise<ServiceLook> {
  try {
    const answer = await fetch(new URL('/readyz', address), { signal: AbortSignal.timeout(ANSWER_MS) });
    return { name, isReady: answer.status === 200, detail: (await answer.json()) as ServiceLook['detail'] };
  } catch {
    return { name, isReady: false, detail: {} };
  }
}
