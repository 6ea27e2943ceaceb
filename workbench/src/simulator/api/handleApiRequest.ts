import type { Request, Response } from 'express';
import { accessError, providerError } from '../errors/metaError';
import type { FaultTarget } from '../faults/FaultKind';
import { countMediaAnswer } from '../media/withMediaBlock';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/numbers';
import type { Answer } from './Answer';
import type { ApiRequest, ApiRoute } from './Endpoint';
import { logRequest } from './logRequest';
import { readApiRequest } from './readApiRequest';

/** Handles a request: faults, key, limiter, endpoint, answer, and its entry in the log. */
export async function handleApiRequest(
  simulator: Simulator,
  route: ApiRoute,
  request: Request,
  response: Response,
): Promise<void> {
  const { store, faults, switches, clock } = simulator;
  const begun = { at: clock.now(), started: performance.now() };
  const number = store.numbers.byApiKey(request.get('D360-API-KEY') ?? '');
  const read = readApiRequest(request);
  const target: FaultTarget = route.target === 'send' && read.body.status === 'read' ? 'read' : route.target;
  const strikes = faults.onRequest(number?.phoneNumber, target, request.originalUrl);
  const log = (answer: Answer | undefined, kinds: string[]) =>
    logRequest(simulator, { ...begun, request, read, number, answer, faults: kinds });

  let answer: Answer | undefined;
  let wait = switches.current().latencyMs;
  for (const { fault } of strikes) {
    if (fault.do === 'wait') wait += fault.ms;
    if (fault.do === 'answer') answer = fault.answer;
    if (fault.do === 'hang') {
      await untilClosed(simulator, response, fault.ms);
      log(
        undefined,
        strikes.map(({ kind }) => kind),
      );
      response.socket?.destroy();
      return;
    }
  }
  if (wait > 0) await clock.wait(wait);
  answer ??= await answerOf(simulator, route, read, number);
  const changed = faults.onAnswer(number?.phoneNumber, target, answer);
  if (number && (target === 'media info' || target === 'media download')) {
    countMediaAnswer(simulator, number, changed.answer);
  }
  sendAnswer(response, changed.answer);
  log(changed.answer, [...strikes.map(({ kind }) => kind), ...changed.kinds]);
}

async function answerOf(
  simulator: Simulator,
  route: ApiRoute,
  read: Omit<ApiRequest, 'number'>,
  number: NumberRecord | undefined,
): Promise<Answer> {
  const { switches, limits, clock } = simulator;
  const { authErrorShape, endpointRequestsPerSecond } = switches.current();
  if (!number) return accessError(401, 'Invalid API key', authErrorShape);
  if (
    endpointRequestsPerSecond > 0 &&
    !limits.endpoint.take(number.phoneNumber, endpointRequestsPerSecond, clock.now())
  ) {
    return providerError(400, 'You have exceeded the endpoint rate limit.');
  }
  return route.endpoint(simulator, { ...read, number });
}

async function untilClosed({ clock }: Simulator, response: Response, ms: number): Promise<void> {
  const closed = new AbortController();
  response.once('close', () => closed.abort());
  await clock.wait(ms, closed.signal);
}

const JSON_TYPE = 'application/json; charset=UTF-8';

/** Writes an answer, or breaks the connection if the answer says so. */
export function sendAnswer(response: Response, answer: Answer): void {
  const { socket } = response;
  if (answer.fate === 'reset') {
    socket?.resetAndDestroy();
    return;
  }
  const isJson = answer.json !== undefined;
  const body = answer.bytes ?? Buffer.from(isJson ? JSON.stringify(answer.json) : (answer.text ?? ''));
  const isEmpty = body.length === 0;
  response.writeHead(answer.status, {
    ...(!isEmpty && { 'Content-Type': isJson ? JSON_TYPE : 'text/plain; charset=utf-8' }),
    'Content-Length': body.length,
    ...answer.headers,
  });
  if (answer.fate === 'cut') {
    response.write(body.subarray(0, body.length >> 1), () => socket?.destroy());
    return;
  }
  response.end(body);
}
