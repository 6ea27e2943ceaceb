import type { Host } from '../core/Host';
import { association, minute, toRecord } from '../core/records/association';
import { translatorOf } from '../core/translator';
import { postAsApp } from '../omnichannel/postAsApp';
import { roomForNews } from '../omnichannel/setupRoom';

/**
 * Posts a warning that admins should act on in the setup channel, once.
 *
 * @param occasion identifies the event, so that it is reported once however often it is noticed
 * @param reason WhatsApp's own words, added after the sentence
 */
export async function warnAdmins(
  host: Host,
  occasion: string,
  key: string,
  params: Record<string, string | number> = {},
  reason?: string,
): Promise<void> {
  await host.memory.locks.run(`warning ${occasion}`, async () => {
    const [told] = await host.read.getPersistenceReader().readByAssociation(association('warning', occasion));
    const room = told ? undefined : await roomForNews(host);
    if (!room) {
      return;
    }
    const t = await translatorOf(host);
    const sentence = t(key, params);
    const text = reason === undefined ? sentence : t('warnings:withReason', { text: sentence, reason });
    await postAsApp(host, room, { text: `:warning: ${text}` });
    const at = Date.now();
    // Deleted with the records of its minute: a problem that lasts longer than a month may be reported again.
    const places = [association('warning', occasion), association('minute', minute(at))];
    await host.persistence.createWithAssociations(toRecord({ kind: 'warning', at }), places);
  });
}

/** Deletes a warning whose problem is solved. If the problem returns, the admins are warned again. */
export async function forgetWarning(host: Host, occasion: string): Promise<void> {
  await host.persistence.removeByAssociation(association('warning', occasion));
}
