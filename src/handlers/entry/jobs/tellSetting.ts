import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translation/translatorOf';
import { postAsApp } from '../../omnichannel/postAsApp';
import { roomForNews } from '../../omnichannel/setupRoom';

/** The job that tells admins why a setting stayed as it was. */
export const TELL_SETTING = 'tell-setting';

const dataSchema = v.object({
  id: v.string(),
  problem: v.object({
    key: v.string(),
    params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  }),
});

/** Says in the setup channel why a setting was not saved: an app cannot show an error on the settings page. */
export async function tellSetting(host: Host, data: unknown): Promise<void> {
  const parsed = v.safeParse(dataSchema, data);
  const room = parsed.success ? await roomForNews(host) : undefined;
  if (!parsed.success || !room) {
    return;
  }
  const t = await translatorOf(host);
  const { id, problem } = parsed.output;
  const text = t('warnings:settingKept', { setting: t(`app:${id}`), reason: t(problem.key, problem.params) });
  await postAsApp(host, room, { text: `:warning: ${text}` });
}
