// How long requests take, by route. Streams last as long as somebody reads, so they are not measured.
import type { GatewayMetrics } from '#libs/adapters';
import type { Middleware } from './front-door';
import { methodsOf } from './route-table';

const NANOS = 1e9;

export function measured(metrics: Pick<GatewayMetrics, 'request'>): Middleware {
  return (request, response, next) => {
    const began = process.hrtime.bigint();
    const { path, method } = request;
    response.once('finish', () => {
      const route = routeOf(path, method);
      if (route === 'followRun') return;
      metrics.request({ route, status: response.statusCode, seconds: Number(process.hrtime.bigint() - began) / NANOS });
    });
    next();
  };
}

function routeOf(path: string, method: string): string {
  if (!path.startsWith('/v1')) return 'page';
  return methodsOf(path)?.get(method === 'HEAD' ? 'GET' : method) ?? 'none';
}
