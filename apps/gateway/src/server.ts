// The HTTP server around the module: what stands before Nest, what is behind it, and how long anything may take.
import type { GatewayMetrics } from '#libs/adapters';
import type { ConsoleLogger, DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { Request, Response } from 'express';
import type { AddressInfo, Server as HttpServer } from 'node:net';
import { cookieOf, credentialOf } from './asking/credentials';
import { hostName } from './asking/site';
import { isLoopback } from './asking/key-files';
import { frontDoor } from './http/front-door';
import { measured } from './http/measured';
import type { Limits } from './limits';
import { securityHeaders } from './page/headers';
import { inlineScripts, isBuilt, pageFallback, staticOptions } from './page/page';

export interface ServerOptions {
  readonly module: DynamicModule;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly logger: ConsoleLogger;
  readonly metrics: Pick<GatewayMetrics, 'request'>;
  readonly pageFolder: string;
  /** What the page on this machine is given; undefined where it is given none. */
  readonly localKey: string | undefined;
  readonly limits: Limits;
}

export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

/** A whole request; the largest body comes from this machine or over a fast line. */
const REQUEST_MS = 60_000;
const HEADERS_MS = 15_000;
const COMPRESS_FROM_BYTES = 1024;

export async function startServer(options: ServerOptions): Promise<Server> {
  const { module, host, port, logger, metrics, pageFolder, localKey, limits } = options;
  const app = await NestFactory.create<NestExpressApplication>(module, {
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
    logger,
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(measured(metrics));
  app.use(securityHeaders(inlineScripts(pageFolder)));
  app.use(frontDoor(host, logger));
  app.use(compression({ threshold: COMPRESS_FROM_BYTES, filter: isCompressed }));
  if (isBuilt(pageFolder)) app.useStaticAssets(pageFolder, staticOptions(pageFolder));
  app.use(pageFallback(pageFolder, (request, response) => welcome(request, response, localKey)));
  const http = app.getHttpServer() as HttpServer & { requestTimeout: number; headersTimeout: number };
  http.requestTimeout = REQUEST_MS;
  http.headersTimeout = HEADERS_MS;
  http.maxConnections = limits.connections;
  await app.listen(port, host);
  return { port: (http.address() as AddressInfo).port, stop: () => app.close() };
}

/** Streams go out as they come; bytes of enterprises shrink well though nobody thinks so of bytes. */
function isCompressed(request: Request, response: Response): boolean {
  const content = String(response.getHeader('content-type') ?? '');
  if (content.startsWith('text/event-stream')) return false;
  return content.startsWith('application/octet-stream') || compression.filter(request, response);
}

/** Whoever opens the page on this machine is who runs it. */
function welcome(request: Request, response: Response, localKey: string | undefined): void {
  const host = hostName(request.headers.host);
  const isHere = host !== undefined && isLoopback(host) && isLoopback(plainAddress(request.socket.remoteAddress));
  if (localKey === undefined || !isHere || credentialOf(request)?.key === localKey) return;
  response.setHeader('set-cookie', cookieOf(localKey, false));
}

const plainAddress = (address = ''): string => address.replace(/^::ffff:/, '');
