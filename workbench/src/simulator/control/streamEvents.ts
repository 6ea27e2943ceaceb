import type { Request, Response } from 'express';
import type { Simulator } from '../Simulator';

const KEEP_ALIVE_MS = 15_000;

/** `GET /events`: server-sent events until the client goes; a comment line every 15 seconds. */
export function streamEvents({ bus }: Simulator, request: Request, response: Response): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    Connection: 'keep-alive',
  });
  response.write(': hello\n\n');
  const timer = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
  const unsubscribe = bus.subscribe((name, data) => {
    response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  request.once('close', () => {
    clearInterval(timer);
    unsubscribe();
  });
}
