import * as v from 'valibot';
import type { AppView } from '../../engine/AppHost';
import { pointAtSimulator } from '../../pointAtSimulator';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { Call, HttpContext, Route } from '../Route';

const Setting = v.object({ id: v.string(), value: v.union([v.string(), v.number(), v.boolean()]) });

/** Actions of a tester that Rocket.Chat's own interfaces do not offer. */
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

/** The longest time that one request may move the clock. It is longer than the app or WhatsApp stores anything. */
const LONGEST_MS = 400 * 24 * 3_600_000;

const Journey = v.object({ advanceMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_MS)) });

/** The time that everything goes by, and the way to move it forward: see `Clock.advance`. */
export function clockRoutes({ clock }: HttpContext): Route[] {
  const time = () => ({ now: clock.now(), aheadMs: clock.offset });
  return [
    { method: 'get', path: '/api/workbench/clock', access: 'signed-in', handle: time },
    {
      method: 'post',
      path: '/api/workbench/clock',
      access: 'signed-in',
      async handle({ body }) {
        await clock.advance(parse(Journey, body).advanceMs);
        return time();
      },
    },
  ];
}

const SECRET_NAME = /api_?key|secret|authorization|token|password/i;

/** A copy in which whatever stands under a name that looks secret is replaced, so that it can be shown. */
export function maskSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_NAME.test(name) && inner ? '••••••' : maskSecrets(inner),
    ]),
  );
}
