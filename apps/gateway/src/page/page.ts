// The page: files of the built dashboard, its first one for every path that a page may have. Without it the API works all
// the same.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NextFunction, Request, Response } from 'express';
import type { Middleware } from '../http/front-door';

const INDEX = 'index.html';
/** Paths of health and of the API are not the page's. */
const OTHERS = /^\/(v1|livez|readyz|metrics)(\/|$)/;
const NOT_BUILT = [
  'The page has not been built, so there is only the API here: /v1/openapi.json says what it does.',
  'npm run build makes the page.',
  '',
].join('\n');

/** Names that the bundler gives carry a hash of the content. */
const HASHED = /-[\w-]{8,}\.\w+$/;

export const isBuilt = (folder: string): boolean => existsSync(join(folder, INDEX));

/** For `useStaticAssets`. */
export function staticOptions(folder: string): object {
  return {
    index: false,
    dotfiles: 'ignore',
    fallthrough: true,
    redirect: false,
    etag: true,
    setHeaders(response: Response, path: string) {
      const isHashed = path.startsWith(join(folder, 'assets')) && HASHED.test(path);
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  };
}

/** Scripts that stand in the page itself, as the policy names them. */
export function inlineScripts(folder: string): string[] {
  if (!isBuilt(folder)) return [];
  const html = readFileSync(join(folder, INDEX), 'utf8');
  const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
  return scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

/**
 * The first file for page paths.
 * @param welcome called before it is sent: sets the cookie of this machine
 */
export function pageFallback(folder: string, welcome: (request: Request, response: Response) => void): Middleware {
  return (request: Request, response: Response, next: NextFunction) => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !OTHERS.test(request.path);
    if (!isPage) {
      next();
      return;
    }
    // A file that is missing is missing; only what looks like a page is one.
    if (request.path !== `/${INDEX}` && /\.\w+$/.test(request.path)) {
      response.status(404).type('text/plain').send('There is no such file.\n');
      return;
    }
    response.setHeader('cache-control', 'no-cache');
    if (!isBuilt(folder)) {
      response.status(503).type('text/plain').send(NOT_BUILT);
      return;
    }
    welcome(request, response);
    response.sendFile(INDEX, { root: folder, etag: true, cacheControl: false });
  };
}
