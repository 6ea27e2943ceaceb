/** Columns before what is said; the lines are this wide. */
const MARGIN = 15;
const WIDTH = 110;

/** A conversation as text: numbered steps, and in each of them who does or says what, in two columns. */
export class Transcript {
  #step = 0;

  /** @param write takes whole lines */
  constructor(private readonly write: (text: string) => void) {}

  title(text: string): void {
    this.write(`\n${text}\n`);
  }

  step(text: string): void {
    this.#step += 1;
    this.write(`\n${this.#step}  ${text}\n\n`);
  }

  /** A line of somebody; without a name it belongs to the one who spoke before. */
  say(who: string, text: string): void {
    const lines = text.split('\n').flatMap((line) => wrap(line, WIDTH - MARGIN));
    const label = (index: number) => (index === 0 ? `   ${who}` : '').padEnd(MARGIN);
    this.write(`${lines.map((line, index) => `${label(index)}${line}`.trimEnd()).join('\n')}\n`);
  }

  end(text: string): void {
    this.write(`\n${text}\n\n`);
  }
}

function wrap(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const space = line.lastIndexOf(' ', width);
  // Two columns stay as they are: what was aligned would fall apart.
  if (space <= 0 || /\S {2,}\S/.test(line)) return [line];
  return [line.slice(0, space), ...wrap(line.slice(space + 1), width)];
}
