import * as v from 'valibot';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext } from '../HttpContext';
import type { Route } from '../Route';
import { success } from '../success';
import { findApp } from './findApp';

const One = v.object({ id: v.string(), value: v.unknown() });
const Several = v.object({ settings: v.array(One) });

/** The settings of an app, as its settings page reads and writes them; hidden ones are not told. */
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
        // One after the other: the app hears of each, and a later one may depend on an earlier one.
        for (const setting of wanted) updated.push(await apps.updateSetting(id, setting.id, setting.value));
        return success({ updated });
      },
    },
  ];
}
