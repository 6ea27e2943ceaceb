import { randomBytes } from 'crypto';
import type { Finding } from '../../../machines/doctor';
import { COMMAND } from '../../core/commandNames';
import { MINUTE } from '../../core/durations';
import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';
import { readWebhookSettings } from '../../dialog360/configureWebhook';
import { readHealth } from '../../dialog360/readHealth';
import { formatPhone, readPhoneNumber, sameCustomer } from '../../whatsapp/phoneNumbers';
import { sayCode } from '../sayCode';
import { describeAge } from '../templates/fetchTemplates';
import { isHidden, MOST_OFFERED } from '../templates/sendableTemplates';
import type { StoredTemplates, TemplateRow } from '../templates/templates';
import { findTemplates } from '../templates/templates';
import { isFormerUrl, isSecretSent, PROBE, proofOf, SECRET_HEADER, webhookUrl } from '../webhookSecret';
import type { Check } from './Exam';

/** The quality ratings with which a number may lose its limit. */
const doubtfulQualities: Readonly<Record<string, Finding['level']>> = { YELLOW: 'doubtful', RED: 'bad' };

/** Checks whether the key is accepted and belongs to this number, and how WhatsApp rates the number. */
export const checkKey: Check = async ({ host, connection, number }) => {
  const health = await readHealth(connection);
  const t = await translatorOf(host);
  const findings: Finding[] = [{ level: 'good', says: { key: 'doctor:keyAccepted' } }];
  const told = health.displayPhoneNumber ? readPhoneNumber(health.displayPhoneNumber) : undefined;
  if (told?.ok) {
    const params = { number: told.value.international };
    const matches = sameCustomer(told.value.digits, number.digits);
    findings.push(
      matches
        ? { level: 'good', says: { key: 'doctor:numberMatches', params } }
        : { level: 'bad', says: { key: 'errors:keyOfOtherNumber', params } },
    );
  } else {
    const params = { number: formatPhone(number.digits) };
    findings.push({ level: 'doubtful', says: { key: 'doctor:numberUntold', params } });
  }
  if (health.canSend === 'BLOCKED' || health.canSend === 'LIMITED') {
    const details = health.problems.map(({ description, solution }) =>
      [description, solution].filter(Boolean).join(' '),
    );
    const level = health.canSend === 'BLOCKED' ? 'bad' : 'doubtful';
    findings.push({
      level,
      says: { key: 'doctor:sendingLimited', params: { details: details.join(' ') || sayCode(health.canSend, t) } },
    });
  }
  if (health.quality) {
    const level = doubtfulQualities[health.quality] ?? 'good';
    const params = { quality: sayCode(health.quality, t), limit: sayCode(health.messagingLimit ?? '–', t) };
    findings.push({ level, says: { key: level === 'good' ? 'doctor:quality' : 'doctor:qualityLow', params } });
  }
  return findings;
};

/** Checks whether 360dialog delivers to this app, and with its secret. */
export const checkWebhook: Check = async ({ host, connection, number }) => {
  const foreign = host.memory.foreignEvents.get(number.digits) ?? 0;
  const { url, headers } = await readWebhookSettings(connection);
  const ours = await webhookUrl(host);
  if (url === undefined) {
    return [{ level: 'bad', says: { key: 'doctor:webhookLost' } }];
  }
  if (url !== ours && isFormerUrl(host, number, url)) {
    return [{ level: 'bad', says: { key: 'doctor:webhookMoved', params: { host: hostOf(url) } } }];
  }
  if (url !== ours) {
    return [{ level: 'bad', says: { key: 'doctor:webhookForeign', params: { host: hostOf(url) } } }];
  }
  return [
    { level: 'good', says: { key: 'doctor:webhookOurs' } },
    isSecretSent(headers ?? {}, number)
      ? { level: 'good', says: { key: 'doctor:secretSet' } }
      : { level: 'bad', says: { key: 'doctor:secretWrong' } },
    ...(foreign > 0
      ? [{ level: 'doubtful' as const, says: { key: 'doctor:foreignEvents', params: { count: foreign } } }]
      : []),
  ];
};

/** Only the host is shown: the path of an address may hold a secret. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '?';
}

/** Milliseconds; 360dialog itself gives up after five seconds. */
const TIMEOUT = 5_000;

/** Characters of the larger test. Rocket.Chat accepts 100 kB, and no setting changes that; a proxy may accept less. */
const LARGE = 90_000;

/**
 * Sends a challenge to the webhook address at 360dialog, to see whether it reaches this app and not another server. It
 * uses the workspace's public address, so a wrong Site Url or a closed port shows. The challenge is a random number to
 * which only this app knows the answer, so another server learns nothing.
 */
export const checkLoopBack: Check = async ({ host }) => {
  const url = await webhookUrl(host);
  const nonce = randomBytes(16).toString('hex');
  const ask = (filler = '') =>
    host.http
      .post(url, {
        headers: { 'Content-Type': 'application/json', [SECRET_HEADER]: `${PROBE}${nonce}` },
        content: JSON.stringify({ object: 'whatsapp_business_account', entry: [], filler }),
        timeout: TIMEOUT,
      })
      .catch(() => undefined);
  const startedAt = Date.now();
  const answer = await ask();
  const ms = Date.now() - startedAt;
  const { visitorSecret } = await host.memory.install.get(host);
  if (answer?.statusCode === 200 && answer.content?.trim() === proofOf(visitorSecret, nonce)) {
    const large = await ask('x'.repeat(LARGE));
    const params = { details: large === undefined ? `> ${TIMEOUT / 1000} s` : `HTTP ${large.statusCode}` };
    return [
      { level: 'good', says: { key: 'doctor:loopBack', params: { ms } } },
      ...(large?.statusCode === 200
        ? []
        : [{ level: 'doubtful' as const, says: { key: 'doctor:bodyRefused', params } }]),
    ];
  }
  return [
    answer === undefined
      ? { level: 'bad', says: { key: 'doctor:loopBackFailed' } }
      : { level: 'bad', says: { key: 'doctor:loopBackOther', params: { details: `HTTP ${answer.statusCode}` } } },
  ];
};

/** Minutes that the list may be older than the setting says: the job and the answer take some time. */
const LATE = 5;

/**
 * Reports how many templates are known and in which states, the age of the list, and whether the last refresh failed.
 */
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

/**
 * Templates that are missing in Rocket.Chat's own dialog are reported here, because the dialog has no place for that.
 */
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

/** The name of each state, in the order of the list. Several of WhatsApp's states mean the same to people. */
const labels: readonly (readonly [label: string, states: readonly string[]])[] = [
  ['doctor:templatesApproved', ['APPROVED', 'ACTIVE']],
  ['doctor:templatesInReview', ['PENDING', 'IN_APPEAL', 'SUBMITTED', 'CREATED']],
  ['doctor:templatesRejected', ['REJECTED']],
  ['doctor:templatesPaused', ['PAUSED', 'FLAGGED']],
  ['doctor:templatesDisabled', ['DISABLED', 'LOCKED', 'ARCHIVED', 'LIMIT_EXCEEDED']],
];

/** The number of templates in each state, by the keys of the states' names. Empty states are left out. */
export function countStates(templates: readonly Pick<TemplateRow, 'status'>[]): [label: string, count: number][] {
  const known = labels.map(([label, states]): [string, number] => [
    label,
    templates.filter(({ status }) => states.includes(status)).length,
  ]);
  const rest = templates.length - known.reduce((sum, [, count]) => sum + count, 0);
  const counts: [string, number][] = [...known, ['doctor:templatesOther', rest]];
  return counts.filter(([, count]) => count > 0);
}
