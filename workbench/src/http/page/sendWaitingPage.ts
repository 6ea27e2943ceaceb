import type { IncomingMessage, ServerResponse } from 'node:http';

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
 * Answers who came too early with 503: a browser gets a small page that says why and loads itself again every second, a
 * program the words alone.
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
