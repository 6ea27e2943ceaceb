import { section } from '../../../blocks/elements';
import type { Host } from '../../core/Host';
import { readSandbox } from '../../core/sandbox';
import { findTemplates } from '../../numbers/templates/templates';
import type { Call } from './Call';
import { sayBlocks } from './Call';

/** `support`: where to ask, where the logs are, and what to send along. */
export async function support({ scene }: Call): Promise<void> {
  const { host, t } = scene;
  const text = t('commands:supportText', { address: host.app.support, diagnosis: await diagnosis(host) });
  await sayBlocks(scene, text, [section({ appId: host.app.id, t }, 'support', text)]);
}

/**
 * Facts that help whoever is asked for help; nothing in it is secret. One short fact a line: a long line would widen the
 * message beyond what is seen of it. Each begins and ends with a word, so that it is read and copied in one order in
 * languages from right to left, too.
 */
export async function diagnosis(host: Host): Promise<string> {
  const numbers = await host.memory.numbers.get(host);
  const facts: [string, string | number][] = [
    ['app', host.app.version],
    ['id', host.app.id],
    ['sandbox', readSandbox().name],
    ['api_base_url', await host.memory.settings.get('apiBaseUrl')],
    ['preferred_language', await host.memory.settings.get('preferredLanguage')],
    ['numbers', numbers.length],
  ];
  for (const { digits, quality, messagingLimit, phoneNumberId } of numbers) {
    const end = digits.slice(-4);
    const templates = await findTemplates(host, digits);
    facts.push(
      [`quality of ${end}`, quality ?? 'unknown'],
      [`limit of ${end}`, messagingLimit ?? 'unknown'],
      [`id of ${end}`, phoneNumberId === undefined ? 'unknown' : 'known'],
      [`templates of ${end}`, templates?.failure?.key ?? templates?.templates.length ?? 'unread'],
    );
  }
  for (const { at, what } of host.memory.troubles.values()) {
    facts.push([`trouble at ${at.slice(0, 16).replace('T', ' ')} UTC`, what]);
  }
  return facts.map(([name, value]) => `${name}: ${value}`).join('\n');
}
