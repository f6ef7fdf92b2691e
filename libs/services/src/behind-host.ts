// A host of lives as what is behind a service.
import type { ServiceHost } from '#libs/runtime';
import type { Behind } from './assemble';

export function behindHost(host: ServiceHost): Behind {
  return {
    reader: host,
    start: () => host.start(),
    stop: () => host.stop(),
    state: async () => ({ ...(await host.state()) }),
  };
}
