// Who is asking, and the scenarios that there are.
import { Controller, Inject } from '@nestjs/common';
import type { Request } from 'express';
import { cookieOf, NO_COOKIE } from '../asking/credentials';
import { ApiError } from '../http/api-error';
import type { Answer, Asked } from '../http/asked';
import { Serves } from '../http/serves';
import { PARTS, type Parts } from './parts';

@Controller()
export class OwnController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Serves('readSession')
  readSession({ asker }: Asked<'readSession'>): Answer<'readSession'> {
    return { ...asker };
  }

  @Serves('openSession')
  async openSession(asked: Asked<'openSession'>): Promise<Answer<'openSession'>> {
    const { request, response } = asked;
    const { key } = asked.body;
    const { ring, rates } = this.parts;
    if (!ring.find(key)) {
      await rates.wrongKey(request.socket.remoteAddress ?? '');
      const mend = 'Ask whoever runs this gateway for one.';
      throw new ApiError(401, { code: 'API_NO_KEY', path: 'body.key', reason: 'this key is not known.', mend });
    }
    response.setHeader('set-cookie', cookieOf(key, isSecure(request)));
    return undefined;
  }

  @Serves('closeSession')
  closeSession({ response }: Asked<'closeSession'>): Answer<'closeSession'> {
    response.setHeader('set-cookie', NO_COOKIE);
    return undefined;
  }

  @Serves('listScenarios')
  listScenarios({ asker }: Asked<'listScenarios'>): Promise<Answer<'listScenarios'>> {
    return this.parts.scenarios.list(asker);
  }

  @Serves('readScenario')
  readScenario({ asker, params }: Asked<'readScenario'>): Promise<Answer<'readScenario'>> {
    return this.parts.scenarios.read(asker, params.id);
  }

  @Serves('validateScenario')
  validateScenario({ body }: Asked<'validateScenario'>): Promise<Answer<'validateScenario'>> {
    return this.parts.scenarios.validate(body);
  }

  @Serves('saveScenario')
  saveScenario({ asker, params, body }: Asked<'saveScenario'>): Promise<Answer<'saveScenario'>> {
    return this.parts.scenarios.save(asker, params.id, body);
  }

  @Serves('removeScenario')
  async removeScenario({ asker, params }: Asked<'removeScenario'>): Promise<Answer<'removeScenario'>> {
    await this.parts.scenarios.remove(asker, params.id);
    return undefined;
  }
}

/** Behind a proxy that ends TLS, the connection here is plain. */
function isSecure({ secure, headers }: Request): boolean {
  return secure || headers['x-forwarded-proto'] === 'https';
}
