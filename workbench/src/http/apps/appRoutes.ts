import type { Response } from 'express';
import * as v from 'valibot';
import type { AppHost, AppView } from '../../engine/AppHost';
import { cut, Page, parse } from '../body/parse';
import { receiveFile } from '../body/receiveFile';
import { HttpError, sendError } from '../HttpError';
import type { Call, HttpContext, OpenCall, Route } from '../Route';
import { success } from '../Route';

/** Installed apps with their logs, addresses and icons. */
export function appRoutes({ apps }: HttpContext): Route[] {
  const list = (path: string): Route => ({
    method: 'get',
    path,
    access: 'manage-apps',
    handle: async () => success({ apps: await apps.list() }),
  });

  async function sendIcon({ params }: OpenCall, response: Response): Promise<void> {
    const icon = await apps.icon(params.id ?? '');
    if (!icon) throw HttpError.notFound(`No App found by the id of: ${params.id}`);
    response.set({ 'Content-Type': icon.type, 'Cache-Control': 'no-cache' }).send(icon.bytes);
  }

  /** A package in the field `app`, as the page of private apps uploads it. */
  async function install({ user, request }: Call, response: Response): Promise<void> {
    const { bytes } = await receiveFile(request, response, 'app');
    response.json(success({ app: await apps.install(bytes, user) }));
  }

  return [
    list('/api/apps'),
    {
      method: 'post',
      path: '/api/apps',
      access: 'manage-apps',
      respond: (call, response) => install(call, response).catch((error: unknown) => sendError(error, response)),
    },
    list('/api/apps/installed'),
    {
      method: 'get',
      path: '/api/apps/actionButtons',
      access: 'signed-in',
      handle: () => apps.actionButtons(),
    },
    {
      method: 'get',
      path: '/api/apps/languages',
      access: 'anyone',
      handle: async () => success({ apps: (await apps.list()).map(({ id, languages }) => ({ id, languages })) }),
    },
    { method: 'get', path: '/api/apps/:id/icon', access: 'anyone', respond: sendIcon },
    {
      method: 'get',
      path: '/api/apps/:id',
      access: 'manage-apps',
      handle: async ({ params }) => success({ app: await findApp(apps, params.id) }),
    },
    {
      method: 'get',
      path: '/api/apps/:id/apis',
      access: 'manage-apps',
      handle: async ({ params }) => success({ apis: (await findApp(apps, params.id)).apis }),
    },
    {
      method: 'get',
      path: '/api/apps/:id/languages',
      access: 'anyone',
      handle: async ({ params }) => success({ languages: (await findApp(apps, params.id)).languages }),
    },
    {
      method: 'get',
      path: '/api/apps/:id/status',
      access: 'manage-apps',
      handle: async ({ params }) => success({ status: (await findApp(apps, params.id)).status }),
    },
    {
      method: 'get',
      path: '/api/apps/:id/logs',
      access: 'manage-apps',
      async handle({ params, query }) {
        const { id } = await findApp(apps, params.id);
        const page = parse(Page, query);
        const { logs, total } = await apps.logs(id, page);
        return success({ logs, count: logs.length, offset: page.offset, total });
      },
    },
    {
      method: 'get',
      path: '/api/apps/:id/jobs',
      access: 'manage-apps',
      async handle({ params, query }) {
        const { items: jobs, ...figures } = cut(apps.jobs((await findApp(apps, params.id)).id), parse(Page, query));
        return success({ jobs, ...figures });
      },
    },
  ];
}

/** The installed app. @throws HttpError 404 in Rocket.Chat's words. */
async function findApp(apps: AppHost, id: string | undefined): Promise<AppView> {
  const app = id ? await apps.get(id) : undefined;
  if (!app) throw HttpError.notFound(`No App found by the id of: ${id}`);
  return app;
}

const One = v.object({ id: v.string(), value: v.unknown() });
const Several = v.object({ settings: v.array(One) });

/** The settings of an app for its settings page, without hidden ones. */
export function appSettingRoutes({ apps }: HttpContext): Route[] {
  const visible = async (appId: string | undefined) => {
    const { id } = await findApp(apps, appId);
    const settings = Object.entries(await apps.settings(id)).filter(([, setting]) => !setting.hidden);
    return { id, settings: Object.fromEntries(settings) };
  };
  return [
    {
      method: 'get',
      path: '/api/apps/:id/settings',
      access: 'manage-apps',
      handle: async ({ params }) => success({ settings: (await visible(params.id)).settings }),
    },
    {
      method: 'post',
      path: '/api/apps/:id/settings',
      access: 'manage-apps',
      async handle({ params, body }) {
        const wanted = parse(Several, body).settings;
        const { id, settings } = await visible(params.id);
        const unknown = wanted.filter((setting) => !Object.hasOwn(settings, setting.id));
        if (unknown.length > 0) throw HttpError.failure(`No Setting found by the id of: ${unknown[0]?.id}`);
        const updated = [];
        // Saved one after another: the app is told of each, and a later one may depend on an earlier one.
        for (const setting of wanted) updated.push(await apps.updateSetting(id, setting.id, setting.value));
        return success({ updated });
      },
    },
  ];
}
