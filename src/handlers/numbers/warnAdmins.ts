import type { Host } from '../core/Host';
import { association, minute, toRecord } from '../core/records/association';
import { translatorOf } from '../core/translator';
import { postAsApp } from '../omnichannel/postAsApp';
import { roomForNews } from '../omnichannel/setupRoom';

/**
 * Tells the setup channel something that admins should act on, once.
 *
 * @param occasion names the event, so that it is not told again however often it is noticed
 * @param reason why, in words that WhatsApp told; stands behind the sentence
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
    // Forgotten with the messages of its minute; what is still wrong after a month may be told again.
    const places = [association('warning', occasion), association('minute', minute(at))];
    await host.persistence.createWithAssociations(toRecord({ kind: 'warning', at }), places);
  });
}

/** Forgets a warning whose problem is solved. If the problem comes back, the admins are warned again. */
export async function forgetWarning(host: Host, occasion: string): Promise<void> {
  await host.persistence.removeByAssociation(association('warning', occasion));
}
