// Who may come in: every route is behind this guard, which reads from the table what it asks for.
import { ROUTES, type Route, type RouteName } from '#libs/api';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ApiError } from '../http/api-error';
import { ROUTE_NAME } from '../http/serves';
import type { Asker } from './asker';
import { credentialOf } from './credentials';
import type { KeyRing } from './key-ring';
import type { Rates } from './rates';

export const DOOR = Symbol('door');

export interface Door {
  readonly ring: KeyRing;
  readonly rates: Rates;
  /** Hash of the key that the page on this machine is given; undefined where it is given none. */
  readonly localName: string | undefined;
}

export type AdmittedRequest = Request & { asker?: Asker | undefined };

@Injectable()
export class Admission implements CanActivate {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = this.reflector.get<RouteName | undefined>(ROUTE_NAME, context.getHandler());
    // How the service is, asked by whoever keeps it running.
    if (name === undefined) return true;
    const { roles }: Route = ROUTES[name];
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    const address = request.socket.remoteAddress ?? '';
    const asker = await this.#askerOf(request, address);
    await this.door.rates.take(asker?.name ?? address, name);
    request.asker = asker;
    if (roles === 'anyone') return true;
    if (asker === undefined) throw noKey();
    if (roles.includes(asker.role)) return true;
    const reason = `a ${asker.role} may not do this.`;
    throw new ApiError(403, { code: 'API_ROLE', reason, mend: `It is for ${roles.join(' and ')}.` });
  }

  async #askerOf(request: Request, address: string): Promise<Asker | undefined> {
    const credential = credentialOf(request);
    if (credential === undefined) return undefined;
    const asker = this.door.ring.find(credential.key);
    if (asker === undefined) {
      await this.door.rates.wrongKey(address);
      return undefined;
    }
    return { ...asker, isLocal: credential.by === 'cookie' && asker.name === this.door.localName };
  }
}

function noKey(): ApiError {
  const refusal = {
    code: 'API_NO_KEY',
    reason: 'there is no key that is known.',
    mend: 'Send Authorization: Bearer KEY, or open a session on the page.',
  };
  return new ApiError(401, refusal, { 'www-authenticate': 'Bearer' });
}
