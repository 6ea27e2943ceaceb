import { AsyncLocalStorage } from 'node:async_hooks';
import { MemoryPersistence } from './MemoryPersistence';

/** Something that an instance waits for. `do` happens at once, whoever else runs; then the instance goes on. */
interface Pending {
  instance: number;
  name: string;
  /** Of a pause: when it ends. */
  due?: number;
  /** The time that passed went beyond its end. */
  isOver?: boolean;
  /** It changes something outside: while it is on its way no time passes, unless the play allows that. */
  isEffect: boolean;
  end: () => void;
}

/** What is played by several instances, each a run of the real code. */
export interface Play {
  instances: number;
  /** So many instances may be killed, each before any of its steps. */
  crashes?: number;
  /** Milliseconds that may pass once, between any two steps: longer than a lease. */
  later?: number;
  /** Where they may pass. Who pauses then goes on beside all others, which makes a play longer; without it pauses end last. */
  passesWhere?: (stage: Stage) => boolean;
  /** Whether they may pass while an effect is on its way, as when a call is late. */
  lateEffects?: boolean;
  /** What stands in the store when a run begins. */
  before?: (stage: Stage) => Promise<unknown>;
  /** Begins a run. */
  begin: (stage: Stage) => {
    run: (instance: number) => Promise<unknown>;
    /** All that the instances share beside the store; it belongs to the state of the world. */
    state?: () => unknown;
    /** Checks what has come of it: `done` are the instances that were not killed. */
    check: (end: { results: Map<number, unknown>; killed: ReadonlySet<number> }) => void;
  };
}

const START = 1_700_000_000_000;

/** More steps than any run needs: beyond them it goes on for ever. */
const MOST_STEPS = 200;

/**
 * An instance that has just learnt the same and waits for the same calls goes on in the same way. True of code whose other
 * memory shows in the calls that it makes next.
 */
const REMEMBERED = 1;

/** Who runs, in which run. One for all runs: each of these is asked at every promise from then on. */
const running = new AsyncLocalStorage<{ stage: Stage; instance: number }>();

/** One run of a play: the instances wait for its permission at each step. */
export class Stage {
  now = START;
  /** Before it, calls are answered at once. */
  hasBegun = false;
  readonly pending: Pending[] = [];
  readonly killed = new Set<number>();
  private readonly begun = new Set<number>();
  private readonly lately = new Map<number, string[]>();
  private ids = 0;
  readonly store = steppedStore(this);

  /** Runs the work as an instance. */
  as<T>(instance: number, work: () => Promise<T>): Promise<T> {
    this.begun.add(instance);
    return running.run({ stage: this, instance }, work);
  }

  /** One step of the instance that calls: `work` is done when its turn comes, and never where the instance is killed. */
  async step<T>(name: string, work: () => T, { isEffect = false }: { isEffect?: boolean } = {}): Promise<T> {
    const instance = this.caller();
    await new Promise<void>((end) => this.pending.push({ instance, name, isEffect, end }));
    try {
      const result = work();
      this.note(`${name} ${JSON.stringify([result])}`);
      return result;
    } catch (error) {
      this.note(`${name} ${String(error)}`);
      throw error;
    }
  }

  /** A pause of the instance that calls, in place of `setTimeout`. */
  wait(end: () => void, ms: number): void {
    const instance = this.caller();
    // What was asked to come later belongs to who asked.
    const inTurn = () =>
      running.run({ stage: this, instance }, () => {
        this.note('pause');
        end();
      });
    this.pending.push({ instance, name: 'pause', due: this.now + ms, isEffect: false, end: inTurn });
  }

  /** The instance that calls; -1 for what a run before this one has left behind. */
  private caller(): number {
    const caller = running.getStore();
    return caller?.stage === this ? caller.instance : -1;
  }

  id(): string {
    this.ids += 1;
    return `#${this.ids}#`;
  }

  kill(instance: number): void {
    this.killed.add(instance);
    this.pending.splice(0, this.pending.length, ...this.pending.filter((each) => each.instance !== instance));
  }

  /**
   * The state of the world, so that a state that was seen before is not explored again. All instances run the same code, so
   * that it does not matter which of them is where. Ids are named by their order.
   */
  describe(state: unknown): string {
    const blank = (text: string) => text.replace(/#\d+#/g, '#');
    const instances = [...this.begun]
      .map((instance) => {
        const waits = this.pending.filter((each) => each.instance === instance).map(({ name }) => name);
        return JSON.stringify([waits.sort(), this.lately.get(instance), this.killed.has(instance)]);
      })
      .sort((a, b) => (blank(a) < blank(b) ? -1 : 1));
    const names = new Map<string, string>();
    const text = JSON.stringify([instances, this.store.records, state, this.now - START]);
    return text.replace(/#\d+#/g, (id) => {
      const name = names.get(id) ?? `#${names.size}`;
      names.set(id, name);
      return name;
    });
  }

  /** What the instance that calls has learnt belongs to its state. */
  note(what: string): void {
    const instance = this.caller();
    this.lately.set(instance, [...(this.lately.get(instance) ?? []), what].slice(-REMEMBERED));
  }
}

type Method = 'createWithAssociations' | 'readByAssociations' | 'updateByAssociations' | 'removeByAssociations';

/** A store whose calls wait for their turn. What they ask and what is answered belongs to the state of an instance. */
function steppedStore(stage: Stage): MemoryPersistence {
  const store = new MemoryPersistence();
  let call = '';
  Object.assign(store, { travel: async () => (stage.hasBegun ? stage.step(call, () => undefined) : undefined) });
  const named = (method: Method) => {
    const inner = store[method].bind(store) as (...args: unknown[]) => Promise<unknown>;
    return async (...args: unknown[]) => {
      call = `${method} ${JSON.stringify(args)}`;
      const answer = await inner(...args);
      stage.note(JSON.stringify(answer));
      return answer;
    };
  };
  const methods: Method[] = [
    'createWithAssociations',
    'readByAssociations',
    'updateByAssociations',
    'removeByAssociations',
  ];
  return Object.assign(store, Object.fromEntries(methods.map((method) => [method, named(method)])));
}

type Choice = { kind: 'step'; pending: Pending } | { kind: 'kill'; instance: number } | { kind: 'later' };

/**
 * Tries every order of the steps of a play, depth first. States that were reached in another way before are not gone
 * through again. Time stands still beside pauses and `later`.
 *
 * @returns how many runs came to an end, and how many states there are
 * @throws what a check throws, with the steps that lead there, and where no order comes to an end
 */
export async function explore(play: Play): Promise<{ ends: number; states: number }> {
  const seen = new Set<string>();
  const current = { stage: new Stage() };
  const giveBack = takeOver(current);
  let ends = 0;
  try {
    for (let path: number[] | undefined = []; path;) {
      const run = await runOnce(play, path, { seen, current });
      ends += run.isEnd ? 1 : 0;
      path = nextPath(run.widths, run.choices);
    }
  } finally {
    giveBack();
  }
  // Nothing would have been checked.
  if (ends === 0) throw new Error('no order of the steps comes to an end');
  return { ends, states: seen.size };
}

async function runOnce(
  play: Play,
  path: readonly number[],
  { seen, current }: { seen: Set<string>; current: { stage: Stage } },
) {
  const stage = new Stage();
  current.stage = stage;
  const [widths, choices, story]: [number[], number[], string[]] = [[], [], []];
  const { begin, instances, crashes = 0, later, passesWhere } = play;
  let hasPassed = later === undefined;
  try {
    await play.before?.(stage);
    stage.hasBegun = true;
    const { run, state, check } = begin(stage);
    const results = new Map<number, unknown>();
    for (let instance = 0; instance < instances; instance += 1) {
      void stage
        .as(instance, () => run(instance))
        .then(
          (result) => results.set(instance, result),
          (error: unknown) => results.set(instance, error),
        );
    }
    for (;;) {
      await new Promise(setImmediate);
      const open = choicesOf(stage, {
        crashesLeft: crashes - stage.killed.size,
        mayPass: !hasPassed && (passesWhere?.(stage) ?? true),
        ...play,
      });
      const isOver = results.size + stage.killed.size >= instances;
      if (isOver || open.length === 0) {
        if (!isOver) throw new Error('an instance waits for ever');
        check({ results, killed: stage.killed });
        return { widths, choices, isEnd: true };
      }
      if (choices.length >= path.length) {
        const key = stage.describe([state?.(), hasPassed, results.size]);
        if (seen.has(key)) return { widths, choices, isEnd: false };
        seen.add(key);
      }
      if (choices.length > MOST_STEPS) throw new Error('the instances make no progress');
      const index = path[choices.length] ?? 0;
      widths.push(open.length);
      choices.push(index);
      const choice = open[index];
      if (choice?.kind === 'step') {
        const { pending } = choice;
        stage.pending.splice(stage.pending.indexOf(pending), 1);
        stage.now = Math.max(stage.now, pending.due ?? 0);
        story.push(`${pending.instance}: ${pending.name}`);
        pending.end();
      } else if (choice?.kind === 'kill') {
        story.push(`${choice.instance} is killed`);
        stage.kill(choice.instance);
      } else {
        story.push('time passes');
        stage.now += later ?? 0;
        hasPassed = true;
        for (const each of stage.pending)
          each.isOver = passesWhere !== undefined && each.due !== undefined && each.due <= stage.now;
      }
    }
  } catch (error) {
    throw new Error(`${String(error)}\nafter these steps:\n${story.join('\n')}`, { cause: error });
  }
}

/** Time, chance and pauses come from the stage of the run. @returns gives back the machine's own */
function takeOver(current: { stage: Stage }): () => void {
  const crypto = jest.requireActual<typeof import('crypto')>('crypto');
  const spies = [
    jest.spyOn(Date, 'now').mockImplementation(() => current.stage.now),
    jest.spyOn(Math, 'random').mockReturnValue(0),
    jest
      .spyOn(crypto, 'randomUUID')
      .mockImplementation(() => current.stage.id() as ReturnType<typeof crypto.randomUUID>),
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((end: () => void, ms = 0) => {
      current.stage.wait(end, ms);
      return { unref: () => undefined };
    }) as unknown as typeof setTimeout),
    // What repeats by itself keeps something alive; where time passes here, it came too late.
    jest.spyOn(globalThis, 'setInterval').mockReturnValue({ unref: () => undefined } as unknown as NodeJS.Timeout),
  ];
  return () => spies.forEach((spy) => spy.mockRestore());
}

function choicesOf(
  { pending }: Stage,
  { crashesLeft, mayPass, lateEffects = false }: { crashesLeft: number; mayPass: boolean; lateEffects?: boolean },
): Choice[] {
  const calls = pending.filter(({ due }) => due === undefined);
  // Who pauses is slower than everybody's calls, or each of them would be tried between any two. Unless time has passed.
  const next = calls.length > 0 ? pending.filter(({ due, isOver = false }) => due === undefined || isOver) : pending;
  const living = [...new Set(calls.map(({ instance }) => instance))];
  const isQuiet = lateEffects || !pending.some(({ isEffect }) => isEffect);
  return [
    ...(mayPass && isQuiet ? [{ kind: 'later' as const }] : []),
    ...next.map((each) => ({ kind: 'step' as const, pending: each })),
    ...(crashesLeft > 0 ? living.map((instance) => ({ kind: 'kill' as const, instance })) : []),
  ];
}

function nextPath(widths: readonly number[], choices: readonly number[]): number[] | undefined {
  for (let at = choices.length - 1; at >= 0; at -= 1) {
    const next = (choices[at] ?? 0) + 1;
    if (next < (widths[at] ?? 0)) return [...choices.slice(0, at), next];
  }
  return undefined;
}
