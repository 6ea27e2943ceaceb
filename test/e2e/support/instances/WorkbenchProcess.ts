import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  isServerVersion,
  type Sandbox,
  SANDBOXES,
  type ServerVersion,
  traitsOf,
} from '../../../../workbench/src/server/serverTraits';
import { places } from '../places';

/** The line that the workbench prints when it is ready (`--ready-json`). */
export interface ReadyLine {
  url: string;
  simulatorUrl: string;
  appId: string;
  privateHash: string;
  status: string;
  server: ServerVersion;
  sandbox: Sandbox;
  demo: { apiKey: string; phoneNumber: string };
  usernames: string[];
  /** From the start of the process. */
  seconds: number;
}

/** As `npm start` runs the workbench. */
export const SOURCES = ['--import', 'tsx', 'workbench/src/main.ts'];

/** The same, bundled with the engine that these arguments ask for: it starts sooner. */
export function built(args: string[]): string[] {
  const valueOf = (option: string) => (args.includes(option) ? args[args.indexOf(option) + 1] : undefined) ?? '';
  const server = valueOf('--server');
  const sandbox = SANDBOXES.find((known) => known === valueOf('--sandbox'));
  const { engineHere } = traitsOf(isServerVersion(server) ? server : undefined, sandbox);
  return [places.runBuilt, join(places.builtWorkbench(engineHere), 'main.cjs')];
}

/** How a process ended: its exit code, or the signal that ended it. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The real command line as a process of its own. */
export class WorkbenchProcess {
  readonly #child: ChildProcess;
  readonly #exit: Promise<Exit>;
  readonly #firstLine: Promise<string>;
  #stdout = '';
  #stderr = '';

  /**
   * @param program what Node runs: the built workbench, which starts sooner; where it has to build the page, its sources
   */
  constructor(
    args: string[],
    readonly program = args.includes('--no-page') ? built(args) : SOURCES,
  ) {
    this.#child = spawn(process.execPath, [...program, ...args], {
      cwd: places.repository,
      // It ends when this channel closes, so that a test run that is ended, even killed, leaves no workbench behind.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // As `npm start` runs it: what jest sets for itself is not for the workbench.
      env: { ...process.env, NODE_ENV: undefined },
    });
    this.#firstLine = new Promise((resolve) => {
      this.#child.stdout?.on('data', (chunk) => {
        this.#stdout += String(chunk);
        const end = this.#stdout.indexOf('\n');
        if (end >= 0) resolve(this.#stdout.slice(0, end));
      });
    });
    this.#child.stderr?.on('data', (chunk) => (this.#stderr += String(chunk)));
    this.#exit = once(this.#child, 'close').then(([code, signal]) => ({ code, signal }));
  }

  get pid(): number {
    if (!this.#child.pid) throw new Error('The process could not be started');
    return this.#child.pid;
  }

  get stdout(): string {
    return this.#stdout;
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** Waits for the line that says it is ready. @throws Error with what it printed when it ends before. */
  async ready(): Promise<ReadyLine> {
    const line = await Promise.race([this.#firstLine, this.#exit]);
    if (typeof line === 'string') return JSON.parse(line) as ReadyLine;
    throw new Error(`The workbench ended with ${line.code ?? line.signal ?? ''}:\n${this.#stdout}${this.#stderr}`);
  }

  /** Waits for its end. */
  exited(): Promise<Exit> {
    return this.#exit;
  }

  /** Sends a signal and waits for the end. Nothing happens when it has ended already. */
  async end(signal: NodeJS.Signals): Promise<Exit> {
    this.#child.kill(signal);
    return this.#exit;
  }
}
