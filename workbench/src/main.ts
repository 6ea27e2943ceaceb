import { performance } from 'node:perf_hooks';
import { readCommandLine, USAGE } from './commandLine';
import { useEngine } from './engine/useEngine';
import type { ServerTraits } from './server/serverTraits';
import { traitsOf } from './server/serverTraits';
import { StartupError } from './StartupError';
import type { Workbench } from './Workbench';

/**
 * Stops on Ctrl-C, on SIGTERM, and when a parent process with a channel to this one ends. A second signal ends it at
 * once.
 */
function stopOnSignals(starting: Promise<Workbench>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) process.exit(130);
    isStopping = true;
    starting
      .then((workbench) => workbench.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.on('disconnect', onSignal);
}

async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2));
  if (options.help) return void process.stdout.write(USAGE);
  useEngine(traitsOf(options.server, options.sandbox));
  // Loaded only now, because it extends the engine, whose version has just been chosen.
  const { startWorkbench } = await import('./startWorkbench');
  const starting = startWorkbench(options);
  stopOnSignals(starting);
  const workbench = await starting;
  workbench.pageBuilt.catch((error: unknown) => process.stderr.write(`The page cannot be built: ${String(error)}\n`));
  // `performance` counts from the start of this process, so it includes loading.
  const seconds = performance.now() / 1000;
  const { url, simulatorUrl, app, server, demo, usernames } = workbench;
  const ready = {
    url,
    simulatorUrl,
    appId: app.id,
    privateHash: app.privateHash,
    status: app.status,
    server: server.version,
    sandbox: server.sandbox,
    demo,
    usernames,
    seconds,
  };
  const text = options.readyJson
    ? `${JSON.stringify(ready)}\n`
    : overview(workbench, seconds, options.dataFolder ?? 'memory only');
  process.stdout.write(text);
  if (options.open && process.stdout.isTTY && !process.env.CI) {
    const { default: open } = await import('open');
    await open(url).catch(() => undefined);
  }
}

// A failure of background work of an app or the engine is reported and ends nothing, as on the real server.
process.on('unhandledRejection', (error) => console.error('Unhandled rejection:', error));

main().catch((error: unknown) => {
  const text = error instanceof StartupError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  // Something may still keep the process alive, such as a starting sandbox; it is not awaited.
  process.exit(1);
});

/** The addresses and hints that the workbench prints at its start. */
function overview(
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
