// The one place where errors become answers.
import { Catch, type ArgumentsHost, HttpException, type ConsoleLogger, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from './api-error';
import { toldOf } from './problem';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: ConsoleLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<Request>(), http.getResponse<Response>(), this.logger);
  }
}

/** Also for what fails before Nest has the request. */
export function answerProblem(error: unknown, request: Request, response: Response, logger: ConsoleLogger): void {
  // Health answers by Nest's own exceptions.
  if (error instanceof HttpException && !request.path.startsWith('/v1/')) {
    response.status(error.getStatus()).json(error.getResponse());
    return;
  }
  const { problem, headers, isExpected } = toldOf(asBadPath(error));
  if (!isExpected) {
    const { method, path } = request;
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    logger.error({ message: 'request failed', method, path, code: problem.code, reason });
  }
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Express cannot decode `%` followed by anything. */
function asBadPath(error: unknown): unknown {
  if (!(error instanceof URIError) && !(error instanceof HttpException && error.getStatus() === 400)) return error;
  return new ApiError(400, {
    code: 'API_BAD_PATH',
    reason: 'the path is not well written.',
    mend: 'Encode it as UTF-8.',
  });
}
