import * as v from 'valibot';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext } from '../HttpContext';
import type { Route } from '../Route';
import type { Call } from '../Call';
import type { AppView } from '../../engine/AppView';
import { pointAtSimulator } from '../../pointAtSimulator';
import { maskSecrets } from './maskSecrets';

const Setting = v.object({ id: v.string(), value: v.union([v.string(), v.number(), v.boolean()]) });

/** What a tester may do to the workspace beyond what Rocket.Chat's own interfaces offer. */
export function adminRoutes({ workspace, apps, simulator, appId, readPackage }: HttpContext): Route[] {
  const actions: Record<string, (call: Call) => Promise<AppView>> = {
    enable: () => apps.enable(appId),
    disable: () => apps.disable(appId),
    update: async ({ user }) => apps.update(await readPackage(), user),
    reinstall: async ({ user }) => {
      const zip = await readPackage();
      await apps.uninstall(appId, user);
      const app = await apps.install(zip, user);
      await pointAtSimulator(apps, appId, simulator.url);
      return app;
    },
  };
  return [
    {
      method: 'get',
      path: '/api/workbench/app/records',
      access: 'manage-apps',
      handle: () => apps.records(appId).map((record) => ({ ...record, data: maskSecrets(record.data) })),
    },
    {
      method: 'get',
      path: '/api/workbench/app/jobs',
      access: 'manage-apps',
      handle: () => apps.jobs(appId).map((job) => ({ ...job, data: maskSecrets(job.data) })),
    },
    {
      method: 'post',
      path: '/api/workbench/app/jobs/:jobId',
      access: 'manage-apps',
      async handle({ params }) {
        await apps.runJob(params.jobId ?? '');
        return { success: true };
      },
    },
    {
      method: 'post',
      path: '/api/workbench/app/:action',
      access: 'manage-apps',
      async handle(call) {
        const action = actions[call.params.action ?? ''];
        if (!action) throw HttpError.notFound(`The app can be told to ${Object.keys(actions).join(', ')}`);
        const { id, name, version, status } = await action(call);
        return { app: { id, name, version, status } };
      },
    },
    {
      method: 'get',
      path: '/api/workbench/settings',
      access: 'view-all-settings',
      handle: () => ({ settings: workspace.settings.list() }),
    },
    {
      method: 'post',
      path: '/api/workbench/settings',
      access: 'edit-privileged-setting',
      handle({ body }) {
        const { id, value } = parse(Setting, body);
        return { setting: workspace.settings.set(id, value) };
      },
    },
  ];
}
