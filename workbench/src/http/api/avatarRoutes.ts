import type { Response } from 'express';
import type { OpenCall } from '../Call';
import type { HttpContext } from '../HttpContext';
import type { Route } from '../Route';

/** A calm colour for a name, always the same one. */
function hueOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
}

/** People's pictures: an app's user has the app's icon, everyone else the first letter of the name. */
export function avatarRoutes({ workspace, apps }: HttpContext): Route[] {
  async function send({ params }: OpenCall, response: Response): Promise<void> {
    const username = params.username ?? '';
    const { appId } = workspace.users.findByUsername(username) ?? {};
    const icon = appId ? await apps.icon(appId) : undefined;
    response.set({ 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' });
    if (icon) response.type(icon.type).send(icon.bytes);
    else response.type('image/svg+xml').send(letterPicture(username));
  }
  return [{ method: 'get', path: '/avatar/:username', access: 'anyone', respond: send }];
}

function letterPicture(username: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(username)?.[0]?.toUpperCase() ?? '?';
  const text = `<text x="100" y="135" font-family="sans-serif" font-size="100" fill="#fff" text-anchor="middle">${letter}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="hsl(${hueOf(username)} 45% 45%)"/>${text}</svg>`;
}
