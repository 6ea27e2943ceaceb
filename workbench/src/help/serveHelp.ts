import { posix } from 'node:path';
import type { RequestHandler } from 'express';
import { repositoryRoot } from '../repositoryRoot';

/** Serves the help. It is built at the first request and kept in memory until the workbench ends. */
export function serveHelp(): RequestHandler {
  let site: Promise<Map<string, Buffer>> | undefined;
  return (request, response) => {
    // Its links are relative to the folder.
    if (request.path === '/' && !request.originalUrl.startsWith(`${request.baseUrl}/`)) {
      response.redirect(`${request.baseUrl}/`);
      return;
    }
    site ??= build();
    const path = request.path.slice(1) || 'index.html';
    site.then(
      (files) => {
        const file = files.get(path);
        if (file) response.type(posix.extname(path)).send(file);
        else response.status(404).type('text').send('There is no such page. The help begins at /help/.');
      },
      (error: unknown) => {
        site = undefined;
        response
          .status(500)
          .type('text')
          .send(`The help could not be made; try npm run docs.\n\n${String(error)}`);
      },
    );
  };
}

/** Loaded on demand: most workbenches of a test run never serve the help. */
async function build(): Promise<Map<string, Buffer>> {
  const { buildHelp } = await import('./buildHelp');
  return buildHelp(repositoryRoot);
}
