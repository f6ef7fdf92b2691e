// How long requests take, by the name of their route: a path would make a series for each run.
import type { GatewayMetrics } from '#libs/adapters';
import type { Middleware } from './front-door';
import { methodsOf } from './route-table';

const HEALTH = /^\/(livez|readyz|metrics)$/;

export function measured(metrics: Pick<GatewayMetrics, 'request'>): Middleware {
  return (request, response, next) => {
    const began = performance.now();
    const route = routeOf(request.path, request.method);
    response.once('close', () => {
      // A stream takes as long as it is read.
      if (String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')) return;
      metrics.request({ route, status: response.statusCode, seconds: (performance.now() - began) / 1000 });
    });
    next();
  };
}

function routeOf(path: string, method: string): string {
  if (HEALTH.test(path)) return 'health';
  if (!path.startsWith('/v1/')) return 'page';
  return methodsOf(path)?.get(method === 'HEAD' ? 'GET' : method) ?? 'none';
}
