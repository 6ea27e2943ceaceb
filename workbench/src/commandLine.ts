import { parseArgs } from 'node:util';
import { reasonOf, StartupError } from './StartupError';
import { isServerVersion, type Sandbox, SANDBOXES, SERVER_VERSIONS, type ServerVersion } from './server/serverTraits';
import type { WorkbenchOptions } from './Workbench';

export const USAGE = `npm start -- [options]

  --port N        where people and 360dialog reach the workspace (default 3000; 0: any free one)
  --sim-port N    where the 360dialog simulator listens (default 3001; 0: any free one)
  --data DIR      where everything is kept (default .workbench/data)
  --memory        keep nothing
  --server V      the Rocket.Chat release to imitate: ${SERVER_VERSIONS.join(', ')} (default 9.0)
  --sandbox S     what apps run in, ${SANDBOXES.join(' or ')}, instead of what that release has
  --proxy-only    apps' own fetch reaches nobody, as where only Rocket.Chat's proxy gets out
  --zip FILE      try this package instead of building this repository's own
  --no-open       do not open a browser
  --no-page       interfaces only
  --inspect N     let a debugger (Chrome's, an editor's) into the app's sandbox, on this port of this machine;
                  a Node sandbox (8.8, 9.0) then runs without its permissions and may touch files and processes
  --ready-json    print one line of JSON when ready, instead of the overview
  --help          this text
`;

/** The options of the command line. */
export interface CommandLine extends WorkbenchOptions {
  open: boolean;
  readyJson: boolean;
  help: boolean;
}

/** Reads the command line. @throws StartupError naming the option that is wrong. */
export function readCommandLine(args: string[]): CommandLine {
  const { values } = tryParse(args);
  return {
    port: portOf('--port', values.port),
    simulatorPort: portOf('--sim-port', values['sim-port']),
    ...(!values.memory && { dataFolder: values.data }),
    zip: values.zip,
    ...(values.server !== undefined && { server: serverOf(values.server) }),
    ...(values.sandbox !== undefined && { sandbox: sandboxOf(values.sandbox) }),
    ...(values.inspect !== undefined && { inspectPort: inspectPortOf(values.inspect) }),
    isOffline: values['proxy-only'],
    page: !values['no-page'],
    open: !values['no-open'] && !values['no-page'],
    readyJson: values['ready-json'],
    help: values.help,
  };
}

function tryParse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: false,
      options: {
        port: { type: 'string', default: '3000' },
        'sim-port': { type: 'string', default: '3001' },
        data: { type: 'string', default: '.workbench/data' },
        memory: { type: 'boolean', default: false },
        server: { type: 'string' },
        sandbox: { type: 'string' },
        'proxy-only': { type: 'boolean', default: false },
        zip: { type: 'string' },
        inspect: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        'no-page': { type: 'boolean', default: false },
        'ready-json': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new StartupError(`${reasonOf(error)} (see --help)`);
  }
}

function serverOf(text: string): ServerVersion {
  if (isServerVersion(text)) return text;
  throw new StartupError(`--server takes one of ${SERVER_VERSIONS.join(', ')}, not "${text}"`);
}

function sandboxOf(text: string): Sandbox {
  const sandbox = SANDBOXES.find((known) => known === text);
  if (sandbox) return sandbox;
  throw new StartupError(`--sandbox takes ${SANDBOXES.join(' or ')}, not "${text}"`);
}

/** A debugger needs to know the port, so 0 (any free port) is refused. */
function inspectPortOf(text: string): number {
  const port = portOf('--inspect', text);
  if (port === 0) throw new StartupError('--inspect takes a number from 1 to 65535, not "0"');
  return port;
}

function portOf(option: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new StartupError(`${option} takes a number from 0 to 65535, not "${text}"`);
  return port;
}
