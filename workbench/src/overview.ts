import type { ServerTraits } from './server/serverTraits';
import type { Workbench } from './Workbench';

/** What a person who has just started the workbench needs to know. */
export function overview(
  { url, simulatorUrl, app, server, demo, usernames }: Workbench,
  seconds: number,
  kept: string,
): string {
  const lines: [string, string][] = [
    ['Workspace', url],
    ['Imitates', `Rocket.Chat ${server.version}, apps in ${server.sandbox === 'node' ? 'Node' : 'Deno'}`],
    ['Apps-Engine', engineOf(server)],
    ['360dialog', `${simulatorUrl}  (simulated)`],
    ['App', `${app.name} ${app.version}, ${app.enabled ? 'enabled' : app.status}`],
    ['Demo number', demo.phoneNumber],
    ['Demo API key', demo.apiKey],
    ['Who can log in', `${usernames.join(', ')}  (the password is the name)`],
    ['Kept in', kept],
  ];
  const rows = lines.map(([label, value]) => `  ${label.padEnd(16)}${value}`);
  return `\n${rows.join('\n')}\n\n  Ready after ${seconds.toFixed(1)} s. Ctrl-C stops it.\n\n`;
}

function engineOf({ version, engine, engineHere }: ServerTraits): string {
  return engineHere.startsWith(`${engine}.`) ? engineHere : `${engineHere}, in place of ${version}'s ${engine}`;
}
