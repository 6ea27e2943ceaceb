import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import express from 'express';
import { buildPage, ownPage } from './buildPage';

/** A page that is being built. `built` resolves when it can be served, and rejects when the build failed. */
export interface ServedPage {
  handler: RequestHandler;
  built: Promise<void>;
  stop(): void;
}

/**
 * Serves the page, and builds it in the background when its sources changed. Until then people see a waiting page; if
 * there is nothing to serve, a plain text says so.
 */
export function servePage(places = ownPage, build = buildPage): ServedPage {
  if (!existsSync(join(places.source, 'vite.config.ts'))) {
    return {
      handler: say('This workbench has no page; its interfaces are under /api.'),
      built: Promise.resolve(),
      stop() {},
    };
  }
  const stopping = new AbortController();
  let current: RequestHandler = (request, response) => sendWaitingPage(request, response, 'The page is being built…');
  const built = build(places, stopping.signal).then(
    () => {
      current = files(places.target);
    },
    (error: unknown) => {
      current = say(`The page could not be built.\n\n${String(error)}`);
      throw error;
    },
  );
  return {
    handler: (request, response, next) => current(request, response, next),
    built,
    stop: () => stopping.abort(),
  };
}

/** Without a page, for tests of the interfaces. */
export function servePageless(): ServedPage {
  return { handler: say('Started without the page.'), built: Promise.resolve(), stop() {} };
}

function say(text: string): RequestHandler {
  return (_request, response) => void response.status(404).type('text').send(text);
}

/** Built files have their hash in the name and can be cached; the page itself must be requested each time. */
function files(folder: string): RequestHandler {
  const router = express.Router();
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get('/{*path}', (_request, response) => response.sendFile('index.html', { root: folder, maxAge: 0 }));
  return router;
}

const page = (text: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta http-equiv="refresh" content="1" />
    <meta name="color-scheme" content="light dark" />
    <title>Workbench</title>
    <style>
      body { font-family: system-ui, sans-serif; display: grid; place-content: center; min-height: 100vh; margin: 0 }
    </style>
  </head>
  <body><p role="status">${text}</p></body>
</html>
`;

/**
 * Answers early requests with 503: a browser gets a small page that says why and reloads every second, a program only
 * the text.
 */
export function sendWaitingPage(request: IncomingMessage, response: ServerResponse, text: string): void {
  const isBrowser = request.headers.accept?.includes('text/html') ?? false;
  const type = isBrowser ? 'text/html' : 'text/plain';
  response.writeHead(503, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'Retry-After': '1',
  });
  response.end(isBrowser ? page(text) : text);
}
