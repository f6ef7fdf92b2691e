// What is asked of runs, and of the gateway itself.
import { openApiDocument } from '#libs/api';
import { Controller, Inject } from '@nestjs/common';
import type { Answer } from '../http/asked';
import { Serves } from '../http/serves';
import { PARTS, type Parts } from './parts';

@Controller()
export class QuestionsController {
  readonly #openApi: unknown;

  constructor(@Inject(PARTS) private readonly parts: Parts) {
    this.#openApi = openApiDocument({ version: parts.version });
  }

  @Serves('readOpenApi')
  readOpenApi(): Answer<'readOpenApi'> {
    return this.#openApi as Answer<'readOpenApi'>;
  }
}
