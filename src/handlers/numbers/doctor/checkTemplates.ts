import type { Finding } from '../../../machines/doctor';
import { COMMAND } from '../../core/commandNames';
import { MINUTE } from '../../core/durations';
import type { Translate } from '../../core/translation/Translate';
import { translatorOf } from '../../core/translation/translatorOf';
import { countStates } from '../templates/countStates';
import { describeAge } from '../templates/describeAge';
import { isHidden, MOST_OFFERED } from '../templates/hiddenTemplates';
import type { StoredTemplates } from '../templates/templates';
import { findTemplates } from '../templates/templates';
import type { Check } from './Exam';

/** Minutes that the list may be older than the setting says: the job and the answer take some time. */
const LATE = 5;

/** How many templates are known, in which states, how old the list is, and whether it could be read last time. */
export const checkTemplates: Check = async ({ host, number }) => {
  const stored = await findTemplates(host, number.digits);
  if (!stored) {
    return [{ level: 'doubtful', says: { key: 'doctor:templatesUnread' } }];
  }
  const interval = await host.memory.settings.get('templateRefreshInterval');
  const language = await host.memory.settings.get('preferredLanguage');
  const t = await translatorOf(host);
  const ago = (at: number) => describeAge(Date.now() - at, language);
  const hidden = await host.memory.settings.get('hiddenTemplates');
  return [
    ...describeList(stored, { t, ago }),
    ...describeOffer(stored, { t, hidden }),
    ...describeTrouble(stored, { t, ago, interval }),
  ];
};

/** What is left out in Rocket.Chat's own dialog is told here: the dialog has no place for it. */
function describeOffer({ templates }: StoredTemplates, { t, hidden }: { t: Translate; hidden: string[] }): Finding[] {
  const count = templates.filter((row) => row.status === 'APPROVED' && !isHidden(row, hidden)).length;
  const command = `/${COMMAND} send-template`;
  const params = { count, limit: MOST_OFFERED, command, setting: t('app:hidden_templates') };
  return count > MOST_OFFERED ? [{ level: 'good', says: { key: 'doctor:templatesNotOffered', params } }] : [];
}

function describeList(
  { readAt, templates }: StoredTemplates,
  { t, ago }: { t: Translate; ago: (at: number) => string },
): Finding[] {
  if (readAt === undefined) {
    return [];
  }
  const states = countStates(templates).map(([label, count]) => t(label, { number: count }));
  const params = { count: templates.length, states: states.join(t('doctor:comma')), age: ago(readAt) };
  return [
    templates.length > 0
      ? { level: 'good', says: { key: 'doctor:templates', params } }
      : { level: 'doubtful', says: { key: 'doctor:noTemplates', params: { age: params.age } } },
  ];
}

function describeTrouble(
  { readAt, failure }: StoredTemplates,
  { t, ago, interval }: { t: Translate; ago: (at: number) => string; interval: number },
): Finding[] {
  if (failure) {
    const params = { age: ago(failure.at), reason: t(failure.key, failure.params) };
    return [{ level: 'doubtful', says: { key: 'doctor:templatesFailed', params } }];
  }
  const isOld = readAt !== undefined && Date.now() - readAt > (interval + LATE) * MINUTE;
  return isOld ? [{ level: 'doubtful', says: { key: 'doctor:templatesOld', params: { minutes: interval } } }] : [];
}
