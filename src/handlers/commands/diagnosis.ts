import type { Host } from '../Host';

/** Facts that help whoever is asked for help; nothing in it is secret. */
export async function diagnosis(host: Host): Promise<string> {
  const numbers = await host.memory.numbers.get(host);
  const facts = {
    app: host.app.version,
    runtime: process.version,
    numbers: numbers.map(({ digits, quality, phoneNumberId }) => ({
      number: `…${digits.slice(-4)}`,
      quality,
      knownToMeta: phoneNumberId !== undefined,
    })),
    apiBaseUrl: await host.memory.settings.get('apiBaseUrl'),
    language: await host.memory.settings.get('preferredLanguage'),
  };
  return JSON.stringify(facts, null, 2);
}
