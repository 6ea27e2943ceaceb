import { SERVER_VERSIONS } from '../../server/serverTraits';
import type { HttpContext, Route } from '../Route';

/** Facts that the page needs before anybody signs in, and the round trips of each call. */
export function infoRoutes({ workspace, apps, simulator, version, url, appId }: HttpContext): Route[] {
  return [
    {
      method: 'get',
      path: '/api/workbench/info',
      access: 'anyone',
      async handle() {
        const app = await apps.get(appId);
        const people = workspace.users.list().filter(({ type }) => type === 'user');
        return {
          version,
          url,
          server: workspace.traits,
          servers: SERVER_VERSIONS,
          simulatorUrl: simulator.url,
          // The page turns by it before anyone may read settings.
          language: workspace.settings.string('Language'),
          app: app && { id: app.id, name: app.name, version: app.version, status: app.status },
          demo: simulator.demo,
          users: people.map(({ username, name, roles }) => ({ username, name, roles })),
        };
      },
    },
    {
      method: 'get',
      path: '/api/workbench/roundtrips',
      access: 'signed-in',
      handle: () => ({ total: apps.roundTrips.total, requests: apps.roundTrips.list() }),
    },
    {
      method: 'delete',
      path: '/api/workbench/roundtrips',
      access: 'signed-in',
      handle() {
        apps.roundTrips.clear();
        return { total: 0, requests: [] };
      },
    },
    {
      method: 'get',
      path: '/api/workbench/idle',
      access: 'signed-in',
      async handle() {
        await apps.idle();
        return { idle: true };
      },
    },
  ];
}
