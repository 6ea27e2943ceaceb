import type { Host } from '../Host';
import { findTemplates } from '../records/templates';

/**
 * Facts that help whoever is asked for help; nothing in it is secret. One fact a line, each beginning and ending with
 * words, so that it is read and copied in one order in languages from right to left, too.
 */
export async function diagnosis(host: Host): Promise<string> {
  const numbers = await host.memory.numbers.get(host);
  const facts: [string, string][] = [
    ['app', `${host.app.version} (${host.app.id})`],
    ['runtime', process.version],
    ['api_base_url', await host.memory.settings.get('apiBaseUrl')],
    ['preferred_language', await host.memory.settings.get('preferredLanguage')],
    ['numbers', String(numbers.length)],
  ];
  for (const { digits, quality, messagingLimit, phoneNumberId } of numbers) {
    const templates = await findTemplates(host, digits);
    const known = [
      `quality ${quality ?? 'unknown'}`,
      `limit ${messagingLimit ?? 'unknown'}`,
      phoneNumberId === undefined ? 'id unknown' : 'id known',
      `templates ${templates?.templates.length ?? 'unread'}${templates?.failure ? `, ${templates.failure.key}` : ''}`,
    ];
    facts.push([`number ending in ${digits.slice(-4)}`, known.join(', ')]);
  }
  return facts.map(([name, value]) => `${name}: ${value}`).join('\n');
}
