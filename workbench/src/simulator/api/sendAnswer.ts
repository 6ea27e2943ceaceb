import type { Response } from 'express';
import type { Answer } from './Answer';

const JSON_TYPE = 'application/json; charset=UTF-8';

/** Writes an answer, or breaks the connection as its fate says. */
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
